#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>

namespace mailbox
{

/// Mails leave for that address of the client again.
struct ResumeAddress {
    tenancy::ClientId client;
    forms::Email email;
};
BOOST_DESCRIBE_STRUCT(ResumeAddress, (), (client, email))

struct ResumeMember {
    tenancy::MembershipId member;
};
BOOST_DESCRIBE_STRUCT(ResumeMember, (), (member))

/// On a client's page: which of his addresses nothing leaves for any more, and why.
html::Html suspended_panel(guard::Call& call);
http::Response resume_sending(guard::Call& call);
/// On a member's page, the same of his address.
html::Html suspended_member_panel(guard::Call& call);
http::Response resume_member(guard::Call& call);

} // namespace mailbox
