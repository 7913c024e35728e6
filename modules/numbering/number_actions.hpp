#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/numbering/number_format.hpp"

#include <string>
#include <string_view>

namespace numbering
{

/// As the business chose it, else as the series has it.
NumberFormat format_of(tenancy::WorkspaceTransaction& tx, std::string_view series);

/// For the next document; those that have a number keep it. Throws what problem_of says as a
/// refusal. One entry of the journal.
void save_format(tenancy::WorkspaceTransaction& tx, std::string_view series,
                 const NumberFormat& format);

/// What `take` would give, and takes nothing.
std::string next_number(tenancy::WorkspaceTransaction& tx, std::string_view series, base::Date on);

} // namespace numbering
