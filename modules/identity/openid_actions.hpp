#pragma once

#include "kernel/auth/openid.hpp"
#include "modules/identity/openid_request.hpp"
#include "modules/identity/sign_in_actions.hpp"

#include <string>
#include <variant>

namespace identity
{

/// Why somebody whom a provider vouches for does not come in yet.
enum class OpenIdDenial {
    unverified,   ///< the provider does not vouch for the e-mail
    unlinked,     ///< an account has this e-mail: its own sign-in comes first
    no_account,   ///< nobody has it; the team's accounts are made by invitation or sign-up
    no_access,    ///< no client of this portal
    other_person, ///< not who was asked to prove to be himself
};

/// Where somebody comes in, and as whom.
struct OpenIdDoor {
    std::string portal;                  ///< its slug; empty for the team
    std::optional<auth::SignedIn> again; ///< he was signed in, and is asked once more
};
/// Opens a session for the account linked to that identity; the second factor stays to be proved.
/// Who is asked once more gets a new session for the one he had; nobody else can.
std::variant<Entered, OpenIdDenial> enter_externally(tenancy::Platform& platform,
                                                     const auth::ExternalPerson& external,
                                                     const OpenIdDoor& door);

/// Links the identity to the person who has just proved to be who has that e-mail; false, and
/// nothing done, for anybody else. Refusal « auth.refusal.external_taken ».
bool link_identity(tenancy::Platform& platform, const auth::Person& person, const OpenIdLink& link);

/// Refusal « identity.refusal.only_way_in » for who has no password to come in with. Nothing
/// happens when the person has no such identity.
void unlink_identity(tenancy::Platform& platform, const auth::Person& person,
                     const auth::ExternalAccount& account);

} // namespace identity
