#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"

namespace accounting
{

http::Response show_safe(guard::Call& call);
http::Response update_safe(guard::Call& call);
/// Writes a small object and reads it back; the first one that succeeds sets it going.
http::Response create_safe_trial(guard::Call& call);
http::Response stop_safe_page(guard::Call& call);
http::Response create_copies(guard::Call& call);
/// What was sent and when, as CSV.
http::Response export_safe(guard::Call& call);

/// What a notification says of it.
guard::SubjectKind::Lines safe_line(tenancy::WorkspaceTransaction& tx,
                                    const std::vector<std::int64_t>& ids);

} // namespace accounting
