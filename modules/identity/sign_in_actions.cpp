#include "modules/identity/sign_in_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/tokens.hpp"
#include "kernel/base/text.hpp"
#include "modules/identity/mails.hpp"

namespace identity
{

namespace
{

using tenancy::PlatformTransaction;

/// A shared address (an office, a school) is given more room than one identifier.
constexpr std::int64_t address_captcha_at = 20;
constexpr auth::FailureLimit address_limit{.lock_at = 100, .lock_time = auth::lock_for};

std::string address_subject(const tenancy::Origin& origin)
{
    return "address:" + origin.address;
}

struct Known {
    std::optional<auth::Person> person;
    std::string password_hash;
    auth::Failures failures;
    auth::Failures address_failures;
    bool is_member = true; ///< of the portal asked for

    bool asks_captcha() const
    {
        return failures.asks_captcha() || address_failures.count >= address_captcha_at;
    }
};

std::optional<auth::Person> person_of(PlatformTransaction& tx, const Attempt& attempt)
{
    if (attempt.identifier.find('@') != std::string::npos)
        return auth::person_by_email(tx, attempt.identifier);
    if (!attempt.workspace) return {};
    return auth::person_by_user_name(tx, attempt.workspace, attempt.identifier);
}

Known look_up(tenancy::Platform& platform, const Attempt& attempt)
{
    return platform.read([&](PlatformTransaction& tx) {
        Known known{.person = person_of(tx, attempt),
                    .failures = auth::failures_of(
                        tx, account_subject(attempt.workspace, attempt.identifier)),
                    .address_failures = auth::failures_of(tx, address_subject(tx.origin()))};
        if (!known.person) return known;
        known.password_hash = auth::password_hash_of(tx, known.person->id);
        if (attempt.side == tenancy::Side::portal) {
            const auto membership =
                auth::membership_of(tx, known.person->id, attempt.workspace, tenancy::Side::portal);
            known.is_member = membership && membership->status == auth::MembershipStatus::active;
        }
        return known;
    });
}

bool is_right_password(const Known& known, const Attempt& attempt, secrets::PasswordQueue& queue)
{
    if (known.password_hash.empty()) return queue.dummy_verify(attempt.password);
    return queue.verify(known.password_hash, attempt.password);
}

tenancy::PersonId id_of(const Known& known)
{
    return known.person ? known.person->id : tenancy::PersonId{};
}

void tell_of_lock(PlatformTransaction& tx, const auth::Person& person)
{
    if (person.email.empty()) return;
    mail::send(tx, mails::account_locked({person.name, person.email}, "/mot-de-passe-oublie"));
}

void count_wrong(tenancy::Platform& platform, const Attempt& attempt, const Known& known)
{
    platform.write([&](PlatformTransaction& tx) {
        auth::record_sign_in(tx, {.person = id_of(known),
                                  .side = attempt.side,
                                  .outcome = auth::Outcome::wrong_password});
        auth::count_failure(tx, address_subject(tx.origin()), address_limit);
        const auto counted =
            auth::count_failure(tx, account_subject(attempt.workspace, attempt.identifier));
        if (!counted.is_locked(base::now())) return;
        audit::append(
            tx, id_of(known),
            {.action = "identity.locked", .subject_kind = "person", .subject = id_of(known).value});
        if (known.person) tell_of_lock(tx, *known.person);
    });
}

void note_locked(tenancy::Platform& platform, const Attempt& attempt, const Known& known)
{
    platform.write([&](PlatformTransaction& tx) {
        auth::record_sign_in(
            tx, {.person = id_of(known), .side = attempt.side, .outcome = auth::Outcome::locked});
    });
}

bool passes_captcha(tenancy::Platform& platform, const Attempt& attempt, const SignInTools& tools)
{
    return platform.write(
        [&](PlatformTransaction& tx) { return is_right_answer(tx, tools.vault, attempt.captcha); });
}

Entered enter(tenancy::Platform& platform, const Attempt& attempt, const auth::Person& person,
              const std::string& new_hash)
{
    return platform.write([&](PlatformTransaction& tx) {
        auth::forgive(tx, account_subject(attempt.workspace, attempt.identifier));
        if (!new_hash.empty()) auth::set_password(tx, person.id, new_hash);
        auth::record_sign_in(tx, {.person = person.id,
                                  .side = attempt.side,
                                  .outcome = person.has_totp ? auth::Outcome::second_factor
                                                             : auth::Outcome::success});
        audit::append(
            tx, person.id,
            {.action = "identity.signed_in", .subject_kind = "person", .subject = person.id.value});
        return Entered{
            .person = person,
            .session = auth::open_session(
                tx, {.person = person.id, .side = attempt.side, .remember = attempt.remember}),
            .remember = attempt.remember,
            .needs_second_factor = person.has_totp};
    });
}

} // namespace

std::string account_subject(tenancy::WorkspaceId workspace, std::string_view identifier)
{
    const auto is_email = identifier.find('@') != std::string_view::npos;
    return "account:" + base::hex(base::sha256((is_email ? "" : workspace.text()) + "\n" +
                                               base::lower_ascii(identifier)));
}

SignInResult sign_in(tenancy::Platform& platform, const Attempt& attempt, const SignInTools& tools)
{
    const auto known = look_up(platform, attempt);
    const auto now = base::now();
    if (known.failures.is_locked(now) || known.address_failures.is_locked(now)) {
        note_locked(platform, attempt, known);
        return Denial::locked;
    }
    if (known.asks_captcha() && !passes_captcha(platform, attempt, tools)) return Denial::captcha;
    if (!is_right_password(known, attempt, tools.passwords) || !known.person) {
        count_wrong(platform, attempt, known);
        return Denial::wrong;
    }
    const auto& person = *known.person;
    if (!person.email.empty() && !person.email_confirmed_at) return Denial::unconfirmed;
    if (!known.is_member) return Denial::no_access;
    const auto new_hash = tools.passwords.needs_rehash(known.password_hash)
                              ? tools.passwords.hash(attempt.password)
                              : std::string{};
    return enter(platform, attempt, person, new_hash);
}

bool asks_captcha(tenancy::Platform& platform, const Attempt& attempt)
{
    return look_up(platform, attempt).asks_captcha();
}

void sign_out(tenancy::Platform& platform, const auth::Session& session)
{
    platform.write([&](PlatformTransaction& tx) {
        auth::end_session(tx, session.person, session.id);
        audit::append(tx, session.person,
                      {.action = "identity.signed_out",
                       .subject_kind = "person",
                       .subject = session.person.value});
    });
}

void sign_out_everywhere(tenancy::Platform& platform, tenancy::PersonId person)
{
    platform.write([&](PlatformTransaction& tx) {
        auth::end_sessions(tx, person, {});
        audit::append(tx, person,
                      {.action = "identity.signed_out_everywhere",
                       .subject_kind = "person",
                       .subject = person.value});
    });
}

} // namespace identity
