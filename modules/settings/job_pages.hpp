#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"

namespace settings
{

http::Response show_jobs(guard::Call& call);
http::Response retry_job(guard::Call& call);

/// The queue of jobs as one subject, for those who may see it.
guard::SubjectKind::Lines job_queue_line(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids);

} // namespace settings
