#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"

namespace accounting
{

http::Response show_outside(guard::Call& call);
http::Response update_outside(guard::Call& call);
/// Asks whose token it is; an answer sets it going.
http::Response create_outside_trial(guard::Call& call);
http::Response stop_outside(guard::Call& call);
http::Response create_pushes(guard::Call& call);
http::Response update_twin(guard::Call& call);

/// What a notification says of it.
guard::SubjectKind::Lines outside_line(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids);

} // namespace accounting
