#pragma once

#include "kernel/guard/call.hpp"

#include <string_view>

namespace guard
{

/// Writes into the audit that the visitor read personal data in bulk ("crm.clients_read"): a row an
/// hour at most for each member and action. A failure is logged, the page is shown all the same.
void trace_reading(Call& call, std::string_view action);

} // namespace guard
