#include "modules/identity/openid_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "modules/identity/mails.hpp"

namespace identity
{

namespace
{

using tenancy::PlatformTransaction;
using tenancy::Side;

void note(PlatformTransaction& tx, tenancy::PersonId person, std::string_view action,
          const std::string& issuer)
{
    audit::append(tx, person,
                  {.action = action,
                   .subject_kind = "person",
                   .subject = person.value,
                   .changes = {{.field = "issuer", .before = {}, .after = issuer}}});
}

bool is_client_of(PlatformTransaction& tx, tenancy::PersonId person, const std::string& slug)
{
    const auto workspace = auth::workspace_by_slug(tx, slug);
    if (!workspace) return false;
    const auto membership = auth::membership_of(tx, person, workspace->id, Side::portal);
    return membership && membership->status == auth::MembershipStatus::active;
}

Entered open(PlatformTransaction& tx, const auth::Person& person, Side side,
             const std::string& issuer)
{
    const auto outcome = person.has_totp ? auth::Outcome::second_factor : auth::Outcome::success;
    auth::record_sign_in(tx, {.person = person.id, .side = side, .outcome = outcome});
    note(tx, person.id, "identity.signed_in_externally", issuer);
    return {.person = person,
            .session = auth::open_session(tx, {.person = person.id, .side = side}),
            .remember = auth::Remember::no,
            .needs_second_factor = person.has_totp};
}

} // namespace

std::variant<Entered, OpenIdDenial> enter_externally(tenancy::Platform& platform,
                                                     const auth::ExternalPerson& external,
                                                     const OpenIdDoor& door)
{
    using Result = std::variant<Entered, OpenIdDenial>;
    if (!external.email_verified || external.email.empty()) return OpenIdDenial::unverified;
    return platform.write([&](PlatformTransaction& tx) -> Result {
        const auto known = auth::person_of(tx, external.account);
        const auto person = known ? auth::person_by_id(tx, *known) : std::nullopt;
        if (!person && door.again) return OpenIdDenial::other_person;
        if (!person)
            return auth::person_by_email(tx, external.email) ? OpenIdDenial::unlinked
                                                             : OpenIdDenial::no_account;
        if (door.again && door.again->person.id != person->id) return OpenIdDenial::other_person;
        if (!door.portal.empty() && !is_client_of(tx, person->id, door.portal))
            return OpenIdDenial::no_access;
        if (door.again) auth::end_session(tx, person->id, door.again->session.id);
        const auto side = door.portal.empty() ? Side::staff : Side::portal;
        return open(tx, *person, side, external.account.issuer);
    });
}

bool link_identity(tenancy::Platform& platform, const auth::Person& person, const OpenIdLink& link)
{
    if (person.email.empty() || base::lower_ascii(person.email) != base::lower_ascii(link.email))
        return false;
    platform.write([&](PlatformTransaction& tx) {
        auth::link_external(tx, person.id, link.account);
        note(tx, person.id, "identity.linked", link.account.issuer);
        mail::send(tx, mails::identity_linked({person.name, person.email}, link.title, "/compte"));
    });
    return true;
}

void unlink_identity(tenancy::Platform& platform, const auth::Person& person,
                     const auth::ExternalAccount& account)
{
    platform.write([&](PlatformTransaction& tx) {
        base::refuse_unless(!auth::password_hash_of(tx, person.id).empty(),
                            "identity.refusal.only_way_in");
        if (!auth::unlink_external(tx, person.id, account)) return;
        note(tx, person.id, "identity.unlinked", account.issuer);
    });
}

} // namespace identity
