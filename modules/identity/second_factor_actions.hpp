#pragma once

#include "kernel/auth/sessions.hpp"
#include "kernel/secrets/vault.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace identity
{

/// A new secret and its sealed form, which travels in the enrolment form: nothing is written before
/// the person proves that his application has it.
struct Enrolment {
    std::string secret; ///< raw bytes
    std::string sealed; ///< base64url
};
Enrolment new_enrolment(const secrets::Vault& vault, tenancy::PersonId person);
/// Nothing for a sealed text that is not this person's.
std::optional<Enrolment> reopened_enrolment(const secrets::Vault& vault, tenancy::PersonId person,
                                            std::string_view sealed);

/// Turned on: the codes are shown once, the session has a new token.
struct Enrolled {
    std::vector<std::string> recovery_codes;
    std::string session_token;
};
/// Nothing when the code is not the one of now. Refusal « identity.refusal.already_enrolled ».
std::optional<Enrolled> enrol(tenancy::Platform& platform, const auth::SignedIn& who,
                              const Enrolment& enrolment, std::string_view code);

/// `resting`: five wrong codes, fifteen minutes to wait.
enum class ProofDenial { wrong, resting };
/// Six digits or a recovery code; each serves once. Gives the session's new token.
std::variant<std::string, ProofDenial> prove(tenancy::Platform& platform, const auth::SignedIn& who,
                                             std::string_view code, const secrets::Vault& vault);

/// After the password was asked again.
void turn_off_second_factor(tenancy::Platform& platform, const auth::SignedIn& who);
std::vector<std::string> renew_recovery_codes(tenancy::Platform& platform,
                                              const auth::SignedIn& who);

} // namespace identity
