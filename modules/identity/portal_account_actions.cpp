#include "modules/identity/portal_account_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/invitations.hpp"
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

GivenLink give_link(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto account = portal_account(tx, id);
    base::refuse_unless(account.email.empty(), "identity.refusal.has_email");
    const auto opens_account = !account.has_password;
    audit::append(tx, {.action = opens_account ? "identity.activation_link_given"
                                               : "identity.reset_link_given",
                       .subject_kind = "membership",
                       .subject = id.value});
    const auto valid_for = opens_account ? auth::invitation_valid_for : auth::reset_valid_for;
    return {.token = auth::issue_token(tx, {.kind = auth::TokenKind::reset_password,
                                            .person = account.person,
                                            .workspace = {},
                                            .valid_for = valid_for,
                                            .payload = {}}),
            .opens_account = opens_account};
}

} // namespace identity
