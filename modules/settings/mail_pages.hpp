#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"

namespace settings
{

http::Response show_mail(guard::Call& call);
http::Response update_sender(guard::Call& call);
http::Response create_test(guard::Call& call);
http::Response activate_own_sender(guard::Call& call);
http::Response disable_own_sender(guard::Call& call);
http::Response resend_message(guard::Call& call);

/// The sending of mail as one subject, for those who may see it.
guard::SubjectKind::Lines sender_line(tenancy::WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids);

} // namespace settings
