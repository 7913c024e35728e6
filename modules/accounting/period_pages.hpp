#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/ui/field.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace accounting
{

/// A year, a quarter or a month of it, both days included.
struct Period {
    std::string code;
    base::Date first;
    base::Date last;
};
/// « 2026 », « 2026-11 », « 2026-T4 »; nothing for anything else.
std::optional<Period> read_period(std::string_view code);
/// What `periode` of the address says; the year of `today` for anything else.
Period period_asked(const guard::Call& call);
/// Years alone, where a part of one makes no sense.
Period year_asked(const guard::Call& call);
/// This year and the two before, then the months of this one and the one before.
std::vector<ui::Choice> period_choices(base::Date today);
/// The same with the quarters of both.
std::vector<ui::Choice> quarter_choices(base::Date today);
std::vector<ui::Choice> year_choices(base::Date today);

} // namespace accounting
