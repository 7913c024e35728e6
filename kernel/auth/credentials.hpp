#pragma once

#include "kernel/auth/auth.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auth
{

/// The argon2id text of the password; empty when the person has none (external accounts,
/// invitations not accepted yet).
std::string password_hash_of(db::Transaction& tx, tenancy::PersonId person);
void set_password(db::Transaction& tx, tenancy::PersonId person, std::string_view hash);

/// The second factor of a person. `sealed_secret` is opened by the vault, never shown again.
struct Totp {
    std::string sealed_secret;
    std::int64_t last_step = 0; ///< the last RFC 6238 time step accepted
    std::optional<base::Instant> confirmed_at;
};
std::optional<Totp> totp_of(db::Transaction& tx, tenancy::PersonId person);
/// Starts (or starts again) an enrolment; the secret proves nothing until `confirm_totp`. Leaves a
/// confirmed factor alone and returns false.
bool begin_totp(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                std::string_view sealed_secret);
void confirm_totp(tenancy::PlatformTransaction& tx, tenancy::PersonId person, std::int64_t step);
/// Uses up a time step: false when it, or a later one, was accepted before (a replay).
bool accept_step(tenancy::PlatformTransaction& tx, tenancy::PersonId person, std::int64_t step);
/// Forgets the secret and the recovery codes.
void remove_totp(tenancy::PlatformTransaction& tx, tenancy::PersonId person);

/// Replaces every recovery code; only their SHA-256 is kept.
void set_recovery_codes(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                        const std::vector<std::string>& codes);
/// True once per code.
bool spend_recovery_code(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                         std::string_view code);
std::int64_t recovery_codes_left(db::Transaction& tx, tenancy::PersonId person);

/// An account at an OpenID Connect provider.
struct ExternalAccount {
    std::string issuer;
    std::string subject;
};
std::optional<tenancy::PersonId> person_of(db::Transaction& tx, const ExternalAccount& account);
/// Refusal « auth.refusal.external_taken » when somebody else has it.
void link_external(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                   const ExternalAccount& account);
/// False when the person has no such account.
bool unlink_external(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                     const ExternalAccount& account);
std::vector<ExternalAccount> external_accounts_of(db::Transaction& tx, tenancy::PersonId person);

} // namespace auth
