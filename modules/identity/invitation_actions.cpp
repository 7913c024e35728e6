#include "modules/identity/invitation_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/events/events.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/mails.hpp"
#include "modules/identity/sign_up_actions.hpp"

namespace identity
{

namespace
{

using tenancy::PlatformTransaction;
using tenancy::WorkspaceTransaction;

tenancy::Context system_context(tenancy::Platform& platform, const Invited& invited)
{
    return {platform.database(), invited.workspace, tenancy::Actor::system(), platform.origin()};
}

tenancy::PersonId person_for(WorkspaceTransaction& tx, const Invited& invited,
                             const Acceptance& acceptance)
{
    const auto& email = invited.invitation.email;
    const auto known = auth::person_by_email(tx, email);
    if (known && known->email_confirmed_at) return known->id;
    const auto id =
        known ? known->id : auth::create_person(tx, {.name = acceptance.name, .email = email});
    auth::set_password(tx, id, acceptance.password_hash);
    auth::confirm_email(tx, id);
    auth::record_consents(tx, id, tx.workspace().id, every_consent(), tx.origin());
    return id;
}

void tell(WorkspaceTransaction& tx, const Invited& invited, tenancy::MembershipId membership,
          const auth::Person& person)
{
    const auto& invitation = invited.invitation;
    audit::append(tx, {.action = "identity.invitation_accepted",
                       .subject_kind = "membership",
                       .subject = membership.value,
                       .changes = {{"role", "", invitation.role}}});
    events::publish(tx, InvitationAccepted{.membership = membership,
                                           .side = invitation.side,
                                           .role = invitation.role,
                                           .client = invitation.client,
                                           .name = person.name,
                                           .email = person.email});
}

/// Where its author sends another link: the team on the record or among its members, a client in
/// his own pages.
std::string page_for(const auth::MemberName& author, const Invited& invited)
{
    const auto& slug = invited.workspace.slug;
    if (author.side == tenancy::Side::portal) return "/p/" + slug + "/informations";
    return "/e/" + slug + page_of(invited.invitation);
}

} // namespace

std::optional<Invited> find_invited(tenancy::Platform& platform, std::string_view token)
{
    return platform.read([&](PlatformTransaction& tx) -> std::optional<Invited> {
        const auto invitation = auth::invitation_by_token(tx, token);
        if (!invitation) return {};
        const auto workspace = auth::workspace_by_id(tx, invitation->workspace);
        if (!workspace) return {};
        const auto person = auth::person_by_email(tx, invitation->email);
        return Invited{.invitation = *invitation,
                       .workspace = *workspace,
                       .has_account = person && person->email_confirmed_at,
                       .is_live = invitation->is_live(base::now())};
    });
}

std::string page_of(const auth::Invitation& invitation)
{
    const auto is_for_client = invitation.side == tenancy::Side::portal && invitation.client;
    return is_for_client ? "/clients/" + invitation.client.text() : "/reglages/equipe";
}

std::optional<Accepted> accept(tenancy::Platform& platform, const Invited& invited,
                               const Acceptance& acceptance)
{
    return system_context(platform, invited)
        .write([&](WorkspaceTransaction& tx) -> std::optional<Accepted> {
            const auto& invitation = invited.invitation;
            if (!auth::accept_invitation(tx, invitation.id)) return {};
            const auto person = person_for(tx, invited, acceptance);
            const auto membership = auth::add_membership(tx, {.person = person,
                                                              .side = invitation.side,
                                                              .role = invitation.role,
                                                              .client = invitation.client});
            tell(tx, invited, membership, *auth::person_by_id(tx, person));
            Accepted accepted;
            if (!invited.has_account)
                accepted.session =
                    auth::open_session(tx, {.person = person, .side = invitation.side});
            return accepted;
        });
}

void ask_again(tenancy::Platform& platform, const Invited& invited)
{
    system_context(platform, invited).write([&](WorkspaceTransaction& tx) {
        const auto author = auth::member(tx, invited.invitation.invited_by);
        const auto email = auth::email_of(tx, invited.invitation.invited_by);
        if (author && !email.empty())
            mail::send(tx, mails::invitation_asked({author->name, email}, invited.invitation.email,
                                                   page_for(*author, invited)));
        audit::append(tx, {.action = "identity.invitation_asked",
                           .subject_kind = "invitation",
                           .subject = invited.invitation.id.value});
    });
}

} // namespace identity
