#pragma once

#include "kernel/guard/call.hpp"
#include "modules/sale_documents/line_forms.hpp"

#include <vector>

namespace sale_documents
{

/// To whom lines are sold, and what the saved document already sells him.
struct SoldTo {
    tenancy::ClientId client;
    std::vector<Line> kept; ///< of that client; what it has stays
};
/// A line taken from the price book that is not sold where the client is says so at its name.
void check_territory(guard::Call& call, TypedLines& lines, const SoldTo& sold);

} // namespace sale_documents
