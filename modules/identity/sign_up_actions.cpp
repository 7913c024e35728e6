#include "modules/identity/sign_up_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/events/events.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/mails.hpp"

namespace identity
{

namespace
{

using auth::TokenKind;
using tenancy::PlatformTransaction;
using tenancy::WorkspaceTransaction;

std::optional<auth::Person> person_of(tenancy::Platform& platform, std::string_view email)
{
    return platform.read([&](PlatformTransaction& tx) { return auth::person_by_email(tx, email); });
}

/// The same as an owner and as a client: a new person, or one who never confirmed.
tenancy::PersonId write_person(WorkspaceTransaction& tx, const auth::NewPerson& person,
                               const std::string& password_hash)
{
    const auto known = auth::person_by_email(tx, person.email);
    const auto id = known ? known->id : auth::create_person(tx, person);
    auth::set_password(tx, id, password_hash);
    return id;
}

constexpr auto confirmation_path = "/inscription/confirmation/";

void tell_already_known(tenancy::Platform& platform, const auth::Person& person,
                        std::string_view path)
{
    platform.write([&](PlatformTransaction& tx) {
        mail::send(tx, mails::already_known({person.name, person.email}, path));
    });
}

tenancy::Workspace unconfirmed_workspace(tenancy::Platform& platform, const OwnerSignUp& typed)
{
    return {.id = platform.database().ids().make<tenancy::WorkspaceId>(),
            .slug = platform.read(
                [&](PlatformTransaction& tx) { return auth::free_slug(tx, typed.business.value); }),
            .name = typed.business.value,
            .preset = typed.preset.value,
            .time_zone = presets::find(typed.preset.value).time_zone,
            .status = tenancy::WorkspaceStatus::unconfirmed};
}

void write_owner(WorkspaceTransaction& tx, const OwnerSignUp& typed, const SignUpTools& tools)
{
    const auto person = write_person(
        tx, {.name = typed.name.value, .email = typed.email.value, .phone = typed.phone.value},
        tools.password_hash);
    auth::create_workspace(tx);
    auth::record_consents(tx, person, tx.workspace().id, every_consent(), tx.origin());
    const auto role = auth::top_role(presets::find(typed.preset.value));
    const auto owner = auth::add_membership(tx, {.person = person, .role = std::string{role}});
    events::publish(tx, BusinessFounded{.owner = owner});
    const auto token = auth::issue_token(tx, {.kind = TokenKind::confirm_owner,
                                              .person = person,
                                              .workspace = tx.workspace().id,
                                              .valid_for = auth::confirmation_valid_for});
    mail::send(tx, mails::confirm_owner({typed.name.value, typed.email.value}, typed.business.value,
                                        confirmation_path + token));
    audit::append(
        tx, {.action = "identity.business_signed_up",
             .subject_kind = "workspace",
             .subject = tx.workspace().id.value,
             .changes = {{"name", "", typed.business.value}, {"preset", "", typed.preset.value}}});
}

/// What the client record is made of once the address is proved.
struct ClientDetails {
    std::string company;
    std::string phone;
};

/// Both are one line, as the form read them.
std::string encoded(const ClientDetails& details)
{
    return details.company + "\n" + details.phone;
}

ClientDetails decoded(const std::string& payload)
{
    const auto end = payload.find('\n');
    if (end == std::string::npos) return {};
    return {.company = payload.substr(0, end), .phone = payload.substr(end + 1)};
}

struct PortalInvite {
    auth::Person person;
    ClientDetails details;
};

void send_client_link(WorkspaceTransaction& tx, const PortalInvite& invite)
{
    const auto& workspace = tx.workspace();
    const auto token = auth::issue_token(tx, {.kind = TokenKind::confirm_client,
                                              .person = invite.person.id,
                                              .workspace = workspace.id,
                                              .valid_for = auth::confirmation_valid_for,
                                              .payload = encoded(invite.details)});
    const mails::Recipient to{invite.person.name, invite.person.email};
    const auto url = "/p/" + workspace.slug + confirmation_path + token;
    mail::send(tx, invite.person.email_confirmed_at
                       ? mails::join_portal(to, workspace.name, url)
                       : mails::confirm_client(to, workspace.name, url));
}

bool is_portal_member(tenancy::Platform& platform, tenancy::PersonId person,
                      tenancy::WorkspaceId workspace)
{
    return platform.read([&](PlatformTransaction& tx) {
        return auth::membership_of(tx, person, workspace, tenancy::Side::portal).has_value();
    });
}

tenancy::Context system_context(tenancy::Platform& platform, const tenancy::Workspace& workspace)
{
    return {platform.database(), workspace, tenancy::Actor::system(), platform.origin()};
}

tenancy::MembershipId join_as_client(WorkspaceTransaction& tx, tenancy::PersonId person)
{
    if (const auto known = auth::membership_of(tx, person, tenancy::Side::portal)) return known->id;
    return auth::add_membership(
        tx, {.person = person, .side = tenancy::Side::portal, .role = portal_role(tx.workspace())});
}

std::optional<Confirmed> activate(WorkspaceTransaction& tx, std::string_view text)
{
    const auto token = auth::spend_token(tx, TokenKind::confirm_owner, text);
    if (!token) return {};
    auth::confirm_email(tx, token->person);
    auth::activate_workspace(tx, token->workspace);
    audit::append(tx, {.action = "identity.business_confirmed",
                       .subject_kind = "workspace",
                       .subject = token->workspace.value});
    return Confirmed{.workspace = tx.workspace(),
                     .session = auth::open_session(tx, {.person = token->person})};
}

std::optional<Confirmed> register_client(WorkspaceTransaction& tx, std::string_view text,
                                         const auth::Person& person)
{
    const auto token = auth::spend_token(tx, TokenKind::confirm_client, text);
    if (!token) return {};
    const auto details = decoded(token->payload);
    auth::confirm_email(tx, person.id);
    const auto membership = join_as_client(tx, person.id);
    audit::append(tx, {.action = "identity.client_registered",
                       .subject_kind = "membership",
                       .subject = membership.value});
    events::publish(tx, ClientRegistered{.membership = membership,
                                         .name = person.name,
                                         .email = person.email,
                                         .phone = details.phone,
                                         .company = details.company});
    Confirmed confirmed{.workspace = tx.workspace(), .session = {}};
    if (!person.email_confirmed_at)
        confirmed.session =
            auth::open_session(tx, {.person = person.id, .side = tenancy::Side::portal});
    return confirmed;
}

} // namespace

std::string portal_role(const tenancy::Workspace& workspace)
{
    for (const auto& role : presets::find(workspace.preset).roles)
        if (role.side == presets::Side::portal) return role.code;
    return {};
}

std::vector<auth::Consent> every_consent()
{
    const std::string version{consents_version};
    return {{.document = auth::Document::terms, .version = version},
            {.document = auth::Document::privacy, .version = version},
            {.document = auth::Document::processing, .version = version}};
}

void sign_up_owner(const OwnerSignUp& typed, const SignUpTools& tools)
{
    const auto known = person_of(tools.platform, typed.email.value);
    if (known && known->email_confirmed_at)
        return tell_already_known(tools.platform, *known, "/connexion");
    auto context = system_context(tools.platform, unconfirmed_workspace(tools.platform, typed));
    context.write([&](WorkspaceTransaction& tx) { write_owner(tx, typed, tools); });
}

void sign_up_client(const tenancy::Workspace& workspace, const ClientSignUp& typed,
                    const SignUpTools& tools)
{
    const auto known = person_of(tools.platform, typed.email.value);
    const auto is_confirmed = known && known->email_confirmed_at;
    if (is_confirmed && is_portal_member(tools.platform, known->id, workspace.id))
        return tell_already_known(tools.platform, *known, "/p/" + workspace.slug + "/connexion");
    const ClientDetails details{.company = typed.company.value,
                                .phone = typed.phone ? typed.phone->value : std::string{}};
    auto context = system_context(tools.platform, workspace);
    context.write([&](WorkspaceTransaction& tx) {
        auto id = known ? known->id : tenancy::PersonId{};
        if (!is_confirmed)
            id = write_person(tx,
                              {.name = typed.name.value,
                               .email = typed.email.value,
                               .phone = details.phone,
                               .is_demonstration = workspace.is_demonstration},
                              tools.password_hash);
        auth::record_consents(tx, id, workspace.id, every_consent(), tx.origin());
        send_client_link(tx, {.person = *auth::person_by_id(tx, id), .details = details});
        audit::append(
            tx,
            {.action = "identity.client_signed_up", .subject_kind = "person", .subject = id.value});
    });
}

void resend_confirmation(tenancy::Platform& platform, const auth::Person& person,
                         tenancy::WorkspaceId workspace)
{
    const auto place = platform.read([&](PlatformTransaction& tx) {
        std::optional<tenancy::Workspace> found;
        if (workspace) found = auth::workspace_by_id(tx, workspace);
        for (auto& own : auth::places_of(tx, person.id))
            if (!found && own.workspace.status == tenancy::WorkspaceStatus::unconfirmed)
                found = std::move(own.workspace);
        return found;
    });
    if (!place) return;
    auto context = system_context(platform, *place);
    context.write([&](WorkspaceTransaction& tx) {
        if (workspace) {
            send_client_link(tx, {.person = person, .details = {}});
            return;
        }
        const auto token = auth::issue_token(tx, {.kind = TokenKind::confirm_owner,
                                                  .person = person.id,
                                                  .workspace = place->id,
                                                  .valid_for = auth::confirmation_valid_for});
        mail::send(tx, mails::confirm_owner({person.name, person.email}, place->name,
                                            confirmation_path + token));
    });
}

std::optional<Confirmation> find_confirmation(tenancy::Platform& platform, TokenKind kind,
                                              std::string_view text)
{
    return platform.read([&](PlatformTransaction& tx) -> std::optional<Confirmation> {
        const auto token = auth::find_token(tx, kind, text);
        if (!token) return {};
        const auto workspace = auth::workspace_by_id(tx, token->workspace);
        const auto person = auth::person_by_id(tx, token->person);
        if (!workspace || !person) return {};
        return Confirmation{.workspace = *workspace, .person = *person};
    });
}

std::optional<Confirmed> confirm_owner(tenancy::Platform& platform, std::string_view token)
{
    const auto found = find_confirmation(platform, TokenKind::confirm_owner, token);
    if (!found) return {};
    return system_context(platform, found->workspace).write([&](WorkspaceTransaction& tx) {
        return activate(tx, token);
    });
}

std::optional<Confirmed> confirm_client(tenancy::Platform& platform, std::string_view token)
{
    const auto found = find_confirmation(platform, TokenKind::confirm_client, token);
    if (!found) return {};
    return system_context(platform, found->workspace).write([&](WorkspaceTransaction& tx) {
        return register_client(tx, token, found->person);
    });
}

} // namespace identity
