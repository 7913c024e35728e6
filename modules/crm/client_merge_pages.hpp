#pragma once

#include "kernel/guard/call.hpp"

#include <optional>

namespace crm
{

/// What two records would become; without `avec`, a choice of the other one.
http::Response show_merge(guard::Call& call);
http::Response create_merge(guard::Call& call);
http::Response create_merge_undoing(guard::Call& call);

/// The page of the record that this one was merged into.
std::optional<http::Response> to_kept_client(guard::Call& call, tenancy::ClientId client);
/// Panel of the client's page: what was merged into it and can still be undone.
html::Html merges_panel(guard::Call& call);

} // namespace crm
