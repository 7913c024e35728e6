#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/mails.hpp"
#include "modules/identity/member.hpp"

namespace identity
{

namespace
{

using tenancy::WorkspaceTransaction;

const presets::Preset& preset_of(const WorkspaceTransaction& tx)
{
    return presets::find(tx.workspace().preset);
}

presets::Side preset_side(tenancy::Side side)
{
    return side == tenancy::Side::portal ? presets::Side::portal : presets::Side::staff;
}

const presets::Role& role_of(const WorkspaceTransaction& tx, std::string_view code,
                             tenancy::Side side)
{
    const auto* role = preset_of(tx).find_role(code);
    base::refuse_unless(role != nullptr && role->side == preset_side(side),
                        "identity.refusal.unknown_role");
    return *role;
}

void keep_top_role(WorkspaceTransaction& tx, const auth::Membership& member)
{
    if (member.status != auth::MembershipStatus::active) return;
    const auto top = auth::top_role(preset_of(tx));
    const auto is_last = is_last_holder(
        {.role = member.role, .top_role = top, .active_holders = auth::count_active(tx, top)});
    base::refuse_unless(!is_last, "identity.refusal.last_admin");
}

void note(WorkspaceTransaction& tx, std::string_view action, const auth::Membership& member,
          std::vector<audit::Change> changes = {})
{
    audit::append(tx, {.action = action,
                       .subject_kind = "membership",
                       .subject = member.id.value,
                       .changes = std::move(changes)});
}

void send_invitation(WorkspaceTransaction& tx, const auth::NewInvitation& invitation,
                     const std::string& path)
{
    const auto& role = role_of(tx, invitation.role, invitation.side);
    mail::send(tx,
               mails::invitation(
                   {invitation.name, invitation.email},
                   {.author = tx.actor().name, .business = tx.workspace().name, .role = role.title},
                   path));
}

/// Open pages of the client that invites read themselves again.
void touch_client(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    if (client) events::touch(tx, "client:" + client.text());
}

std::string invitation_path(const WorkspaceTransaction& tx, tenancy::Side side,
                            const std::string& token)
{
    const auto path = "/invitations/" + token;
    return side == tenancy::Side::portal ? "/p/" + tx.workspace().slug + path : path;
}

} // namespace

FoundedBusiness found_business(db::Database& database, const NewBusiness& business)
{
    tenancy::Platform platform{database};
    tenancy::Workspace workspace{.id = database.ids().make<tenancy::WorkspaceId>(),
                                 .slug = business.slug,
                                 .name = business.name,
                                 .preset = business.preset,
                                 .time_zone = presets::find(business.preset).time_zone,
                                 .status = business.status,
                                 .is_demonstration = business.is_demonstration};
    for (const auto& code : presets::find(business.preset).modules)
        workspace.modules.insert(code);
    if (workspace.slug.empty())
        workspace.slug = platform.read(
            [&](tenancy::PlatformTransaction& tx) { return auth::free_slug(tx, business.name); });
    tenancy::Context context{database, workspace, tenancy::Actor::system()};
    return context.write([&](WorkspaceTransaction& tx) {
        auth::create_workspace(tx);
        const auto role = auth::top_role(presets::find(business.preset));
        const auto membership = add_account(tx, {.name = business.owner_name,
                                                 .email = business.owner_email,
                                                 .password_hash = business.owner_password_hash,
                                                 .role = std::string{role},
                                                 .is_demonstration = business.is_demonstration});
        events::publish(tx, BusinessFounded{.owner = membership});
        return FoundedBusiness{.workspace = workspace,
                               .owner = auth::membership_by_id(tx, membership).person,
                               .membership = membership};
    });
}

tenancy::MembershipId add_account(WorkspaceTransaction& tx, const NewAccount& account)
{
    role_of(tx, account.role, account.side);
    const auto known = account.email.empty() ? std::optional<auth::Person>{}
                                             : auth::person_by_email(tx, account.email);
    auto person = known ? known->id : tenancy::PersonId{};
    if (!known) {
        person = auth::create_person(tx, {.name = account.name,
                                          .email = account.email,
                                          .user_name = account.user_name,
                                          .user_name_workspace = tx.workspace().id,
                                          .is_demonstration = account.is_demonstration});
        if (!account.password_hash.empty()) auth::set_password(tx, person, account.password_hash);
        auth::confirm_email(tx, person);
    }
    const auto membership = auth::add_membership(
        tx,
        {.person = person, .side = account.side, .role = account.role, .client = account.client});
    audit::append(tx, {.action = "identity.account_added",
                       .subject_kind = "membership",
                       .subject = membership.value,
                       .changes = {{"role", "", account.role}}});
    return membership;
}

InvitationLink write_invitation(WorkspaceTransaction& tx, const auth::NewInvitation& invitation)
{
    role_of(tx, invitation.role, invitation.side);
    base::refuse_unless(may_touch_role(tx.actor(), invitation.role),
                        "identity.refusal.role_too_high");
    if (const auto person = auth::person_by_email(tx, invitation.email))
        base::refuse_unless(!auth::membership_of(tx, person->id, invitation.side),
                            "identity.refusal.already_member");
    if (const auto live = auth::live_invitation(tx, invitation.email, invitation.side))
        auth::cancel_invitation(tx, live->id);
    const auto issued = auth::create_invitation(tx, invitation);
    audit::append(tx,
                  {.action = "identity.invited",
                   .subject_kind = "invitation",
                   .subject = issued.id.value,
                   .changes = {{"email", "", invitation.email}, {"role", "", invitation.role}}});
    touch_client(tx, invitation.client);
    return {.id = issued.id, .path = invitation_path(tx, invitation.side, issued.token)};
}

auth::InvitationId invite_member(WorkspaceTransaction& tx, const auth::NewInvitation& invitation)
{
    const auto link = write_invitation(tx, invitation);
    send_invitation(tx, invitation, link.path);
    return link.id;
}

void resend_invitation(WorkspaceTransaction& tx, auth::InvitationId id)
{
    const auto invitation = auth::invitation_by_id(tx, id);
    const auto token = auth::renew_invitation(tx, id);
    send_invitation(tx,
                    {.email = invitation.email,
                     .name = invitation.name,
                     .side = invitation.side,
                     .role = invitation.role,
                     .client = invitation.client},
                    invitation_path(tx, invitation.side, token));
    audit::append(tx, {.action = "identity.invitation_resent",
                       .subject_kind = "invitation",
                       .subject = id.value});
    touch_client(tx, invitation.client);
}

void cancel_invitation(WorkspaceTransaction& tx, auth::InvitationId id)
{
    const auto invitation = auth::invitation_by_id(tx, id);
    auth::cancel_invitation(tx, id);
    audit::append(tx, {.action = "identity.invitation_cancelled",
                       .subject_kind = "invitation",
                       .subject = id.value});
    touch_client(tx, invitation.client);
}

void change_role(WorkspaceTransaction& tx, tenancy::MembershipId id, std::string_view role)
{
    const auto member = auth::membership_by_id(tx, id);
    role_of(tx, role, member.side);
    if (member.role == role) return;
    base::refuse_unless(may_touch_role(tx.actor(), member.role) && may_touch_role(tx.actor(), role),
                        "identity.refusal.role_too_high");
    keep_top_role(tx, member);
    auth::set_role(tx, id, role);
    note(tx, "identity.role_changed", member, {{"role", member.role, std::string{role}}});
    events::publish(
        tx, MemberRoleChanged{.membership = id, .before = member.role, .after = std::string{role}});
}

void deactivate_member(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto member = auth::membership_by_id(tx, id);
    base::refuse_unless(may_touch_role(tx.actor(), member.role), "identity.refusal.role_too_high");
    keep_top_role(tx, member);
    auth::set_status(tx, id, auth::MembershipStatus::deactivated);
    note(tx, "identity.member_deactivated", member);
    events::publish(tx, MemberDeactivated{.membership = id});
}

void reactivate_member(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto member = auth::membership_by_id(tx, id);
    base::refuse_unless(may_touch_role(tx.actor(), member.role), "identity.refusal.role_too_high");
    auth::set_status(tx, id, auth::MembershipStatus::active);
    note(tx, "identity.member_reactivated", member);
    events::publish(tx, MemberReactivated{.membership = id});
}

std::vector<auth::MemberDetail> list_members(WorkspaceTransaction& tx, tenancy::Side side)
{
    return auth::member_details(tx, side);
}

std::vector<auth::Invitation> list_invitations(WorkspaceTransaction& tx)
{
    return auth::open_invitations(tx);
}

std::vector<auth::SignIn> sign_in_history(WorkspaceTransaction& tx)
{
    return auth::sign_ins(tx);
}

} // namespace identity
