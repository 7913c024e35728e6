#include "kernel/auth/credentials.hpp"
#include "kernel/guard/call.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/password_actions.hpp"

namespace identity
{

Proof proof_of(guard::Call& call)
{
    const auto& who = *call.signed_in();
    const auto has_password = call.platform().read([&](tenancy::PlatformTransaction& tx) {
        return !auth::password_hash_of(tx, who.person.id).empty();
    });
    if (has_password) return Proof::password;
    const bool is_recent = base::now() < who.session.created_at + sign_in_proves_for;
    return is_recent ? Proof::recent_sign_in : Proof::sign_in_again;
}

std::string proof_problem(guard::Call& call, std::string_view typed)
{
    const auto proof = proof_of(call);
    if (proof == Proof::recent_sign_in) return {};
    if (proof == Proof::sign_in_again) return "identity.error.sign_in_anew";
    if (typed.empty()) return "identity.error.password_missing";
    const auto person = call.signed_in()->person.id;
    try {
        const bool is_own = is_password_of(call.platform(), person, typed, passwords(call.site()));
        return is_own ? std::string{} : "identity.error.password_wrong";
    } catch (const secrets::PasswordsBusy&) {
        return "identity.error.busy";
    }
}

} // namespace identity
