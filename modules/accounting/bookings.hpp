#pragma once

#include "modules/accounting/chart.hpp"
#include "modules/accounting/entry_store.hpp"
#include "modules/expenses/events.hpp"

#include <vector>

/// Facts as entries. Pure: numbers and labels of journals are given when they are written.
namespace accounting
{

/// What a purchase is (AC), then how it was paid (BQ, CA, OD) unless it was not yet.
std::vector<Entry> entries_of(const expenses::Spent& spent, const Chart& chart);
/// How one that was booked before it was paid was paid, that day.
Entry payment_of(const expenses::Spent& spent, base::Date day, const Chart& chart);
/// What takes back all that stands of it, on the accounts it was booked on, one entry a journal.
std::vector<Entry> reversals_of(const expenses::Spent& spent,
                                const std::vector<StandingRow>& standing);

/// « paid.TVA.200000 ».
Role tax_role(std::string_view family, std::string_view code, base::Rate rate);
/// A code for somebody’s own account: letters and digits of the name, at most 16 after the prefix.
std::string party_code(std::string_view prefix, std::string_view name);

} // namespace accounting
