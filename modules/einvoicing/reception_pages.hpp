#pragma once

#include "kernel/files/files.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"

namespace einvoicing
{

http::Response create_receptions(guard::Call& call);
http::Response list_receptions(guard::Call& call);
http::Response create_dismissal(guard::Call& call);
http::Response create_reading(guard::Call& call);
/// Of originals: who may read supplier invoices.
void guard_original(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace einvoicing
