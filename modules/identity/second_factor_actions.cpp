#include "modules/identity/second_factor_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/sign_ins.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/secrets/totp.hpp"
#include "modules/identity/mails.hpp"
#include "modules/identity/recovery_code.hpp"

namespace identity
{

namespace
{

using tenancy::PlatformTransaction;

constexpr auth::FailureLimit code_limit{.lock_at = auth::wrong_codes_max,
                                        .lock_time = auth::failure_window};

std::string row_of(tenancy::PersonId person)
{
    return "0:" + person.text();
}

std::string seal(const secrets::Vault& vault, tenancy::PersonId person, std::string_view secret)
{
    const auto row = row_of(person);
    return base::base64url(
        vault.seal(secret, {.table = "credential", .column = "secret", .row = row}));
}

std::optional<std::string> open(const secrets::Vault& vault, tenancy::PersonId person,
                                std::string_view sealed)
{
    const auto bytes = base::unbase64url(sealed);
    const auto row = row_of(person);
    if (!bytes) return {};
    return vault.open(*bytes, {.table = "credential", .column = "secret", .row = row});
}

std::string code_subject(tenancy::PersonId person)
{
    return "code:" + person.text();
}

std::vector<std::string> write_recovery_codes(PlatformTransaction& tx, tenancy::PersonId person)
{
    auto codes = new_recovery_codes();
    std::vector<std::string> stored;
    for (const auto& code : codes)
        stored.push_back(normalised_recovery_code(code));
    auth::set_recovery_codes(tx, person, stored);
    return codes;
}

void note(PlatformTransaction& tx, tenancy::PersonId person, std::string_view action)
{
    audit::append(tx, person,
                  {.action = action, .subject_kind = "person", .subject = person.value});
}

bool spends(PlatformTransaction& tx, tenancy::PersonId person, std::string_view typed,
            const secrets::Vault& vault)
{
    if (const auto code = normalised_recovery_code(typed); !code.empty())
        return auth::spend_recovery_code(tx, person, code);
    const auto totp = auth::totp_of(tx, person);
    if (!totp || !totp->confirmed_at) return false;
    const auto secret = open(vault, person, totp->sealed_secret);
    if (!secret) return false;
    const auto step = secrets::matching_totp_step(*secret, typed, base::now());
    return step && auth::accept_step(tx, person, *step);
}

} // namespace

Enrolment new_enrolment(const secrets::Vault& vault, tenancy::PersonId person)
{
    auto secret = secrets::new_totp_secret();
    auto sealed = seal(vault, person, secret);
    return {.secret = std::move(secret), .sealed = std::move(sealed)};
}

std::optional<Enrolment> reopened_enrolment(const secrets::Vault& vault, tenancy::PersonId person,
                                            std::string_view sealed)
{
    auto secret = open(vault, person, sealed);
    if (!secret) return {};
    return Enrolment{.secret = std::move(*secret), .sealed = std::string{sealed}};
}

std::optional<Enrolled> enrol(tenancy::Platform& platform, const auth::SignedIn& who,
                              const Enrolment& enrolment, std::string_view code)
{
    const auto step = secrets::matching_totp_step(enrolment.secret, code, base::now());
    if (!step) return {};
    return platform.write([&](PlatformTransaction& tx) {
        const auto person = who.person.id;
        base::refuse_unless(auth::begin_totp(tx, person, enrolment.sealed),
                            "identity.refusal.already_enrolled");
        auth::confirm_totp(tx, person, *step);
        note(tx, person, "identity.second_factor_added");
        if (!who.person.email.empty())
            mail::send(tx,
                       mails::second_factor_added({who.person.name, who.person.email}, "/compte"));
        return Enrolled{.recovery_codes = write_recovery_codes(tx, person),
                        .session_token = auth::prove_second_factor(tx, who.session.id)};
    });
}

std::variant<std::string, ProofDenial> prove(tenancy::Platform& platform, const auth::SignedIn& who,
                                             std::string_view code, const secrets::Vault& vault)
{
    using Result = std::variant<std::string, ProofDenial>;
    const auto person = who.person.id;
    return platform.write([&](PlatformTransaction& tx) -> Result {
        const auto subject = code_subject(person);
        if (auth::failures_of(tx, subject).is_locked(base::now())) return ProofDenial::resting;
        const auto is_right = spends(tx, person, code, vault);
        auth::record_sign_in(
            tx, {.person = person,
                 .side = who.session.side,
                 .outcome = is_right ? auth::Outcome::success : auth::Outcome::wrong_code});
        if (!is_right) {
            const auto counted = auth::count_failure(tx, subject, code_limit);
            return counted.is_locked(base::now()) ? ProofDenial::resting : ProofDenial::wrong;
        }
        auth::forgive(tx, subject);
        note(tx, person, "identity.second_factor_proved");
        return auth::prove_second_factor(tx, who.session.id);
    });
}

void turn_off_second_factor(tenancy::Platform& platform, const auth::SignedIn& who)
{
    platform.write([&](PlatformTransaction& tx) {
        auth::remove_totp(tx, who.person.id);
        note(tx, who.person.id, "identity.second_factor_removed");
        if (!who.person.email.empty())
            mail::send(
                tx, mails::second_factor_removed({who.person.name, who.person.email}, "/compte"));
    });
}

std::vector<std::string> renew_recovery_codes(tenancy::Platform& platform,
                                              const auth::SignedIn& who)
{
    return platform.write([&](PlatformTransaction& tx) {
        note(tx, who.person.id, "identity.recovery_codes_renewed");
        if (!who.person.email.empty())
            mail::send(
                tx, mails::recovery_codes_renewed({who.person.name, who.person.email}, "/compte"));
        return write_recovery_codes(tx, who.person.id);
    });
}

} // namespace identity
