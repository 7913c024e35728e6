#pragma once

#include "kernel/jobs/jobs.hpp"

#include <string>
#include <string_view>

namespace identity
{

/// What the visitor asked for: the address as typed, and the path the token is added to.
struct ResetRequest {
    std::string email;
    std::string page;
};

/// Has a link valid one hour sent when somebody has that address, and nothing otherwise. Whether
/// somebody has it is looked up by the job, so that the answer takes the same time for both.
void request_reset(tenancy::Platform& platform, const ResetRequest& request);

inline constexpr std::string_view send_reset_job = "identity.send_reset";
void run_send_reset(tenancy::Context& context, const jobs::Job& job);

} // namespace identity
