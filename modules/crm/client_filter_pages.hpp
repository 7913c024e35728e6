#pragma once

#include "kernel/guard/call.hpp"
#include "modules/crm/client_filter.hpp"

namespace crm
{

/// What the address says; a value that is none narrows nothing.
ClientFilter filter_of(const guard::Call& call);
/// The same filter at another address.
html::Url with_filter(html::Url to, const ClientFilter& filter);

} // namespace crm
