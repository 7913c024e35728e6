#include "modules/identity/activation_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/tokens.hpp"
#include "kernel/events/topics.hpp"
#include "modules/identity/sign_up_actions.hpp"

namespace identity
{

namespace
{

using auth::TokenKind;
using tenancy::WorkspaceTransaction;

struct Found {
    auth::Person person;
    auth::Membership membership;
};

std::optional<Found> find(WorkspaceTransaction& tx, std::string_view text)
{
    const auto token = auth::find_token(tx, TokenKind::reset_password, text);
    const auto person = token ? auth::person_by_id(tx, token->person) : std::nullopt;
    if (!person || !person->email.empty() || person->user_name_workspace != tx.workspace().id ||
        !auth::password_hash_of(tx, person->id).empty())
        return {};
    const auto membership = auth::membership_of(tx, person->id, tenancy::Side::portal);
    if (!membership || membership->status != auth::MembershipStatus::active) return {};
    return Found{.person = *person, .membership = *membership};
}

tenancy::Context system_context(tenancy::Platform& platform, const tenancy::Workspace& workspace)
{
    return {platform.database(), workspace, tenancy::Actor::system(), platform.origin()};
}

} // namespace

std::optional<auth::Person> find_activation(tenancy::Platform& platform,
                                            const tenancy::Workspace& workspace,
                                            std::string_view token)
{
    return system_context(platform, workspace)
        .read([&](WorkspaceTransaction& tx) -> std::optional<auth::Person> {
            const auto found = find(tx, token);
            if (!found) return {};
            return found->person;
        });
}

std::optional<auth::OpenedSession> activate_account(tenancy::Platform& platform,
                                                    const Activation& activation)
{
    return system_context(platform, activation.workspace)
        .write([&](WorkspaceTransaction& tx) -> std::optional<auth::OpenedSession> {
            const auto found = find(tx, activation.token);
            if (!found || !auth::spend_token(tx, TokenKind::reset_password, activation.token))
                return {};
            const auto person = found->person.id;
            auth::set_password(tx, person, activation.password_hash);
            auth::record_consents(tx, person, tx.workspace().id, every_consent(), tx.origin());
            audit::append(tx, {.action = "identity.account_activated",
                               .subject_kind = "membership",
                               .subject = found->membership.id.value});
            events::touch(tx, "client:" + found->membership.client.text());
            return auth::open_session(tx, {.person = person, .side = tenancy::Side::portal});
        });
}

} // namespace identity
