#include "modules/identity/portal_account_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/tokens.hpp"
#include "kernel/base/refusal.hpp"

namespace identity
{

using tenancy::WorkspaceTransaction;

auth::MemberDetail portal_account(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    auto account = auth::member_detail(tx, id);
    if (account.side != tenancy::Side::portal) throw base::NotFound{};
    return account;
}

std::string give_reset_link(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto account = portal_account(tx, id);
    base::refuse_unless(account.email.empty(), "identity.refusal.has_email");
    audit::append(
        tx,
        {.action = "identity.reset_link_given", .subject_kind = "membership", .subject = id.value});
    return auth::issue_token(tx,
                             {.kind = auth::TokenKind::reset_password, .person = account.person});
}

} // namespace identity
