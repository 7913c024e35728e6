#pragma once

#include "kernel/tenancy/context.hpp"

#include <string>
#include <string_view>

namespace einvoicing
{

/// What a message of the platform says of invoices that were sent, once by its flow. A message that
/// cannot be read, or that speaks of others' invoices, is remembered so that it is read once.
void record_message(tenancy::WorkspaceTransaction& tx, const std::string& flow,
                    std::string_view bytes);

} // namespace einvoicing
