#pragma once

#include "kernel/auth/credentials.hpp"
#include "kernel/auth/openid_fetch.hpp"
#include "kernel/base/configuration.hpp"

#include <string>

namespace auth
{

/// Sign-in at somebody else's (OpenID Connect, authorization code with PKCE). Nothing here
/// touches the database, and everything may wait for the network: never inside a transaction.

/// What is made for one sign-in and kept by the visitor's browser, sealed, until the answer.
struct OpenIdSecrets {
    std::string state;    ///< ties the answer to this browser
    std::string nonce;    ///< ties the ID token to this sign-in
    std::string verifier; ///< PKCE (RFC 7636): ties the code to us
};
OpenIdSecrets new_openid_secrets();

/// A provider, and where it sends people back to.
struct OpenIdClient {
    base::OpenIdProvider provider;
    std::string redirect_uri;
    Reach reach = Reach::https_only;
};

/// Whether the provider may let somebody through whom it still knows, or is to ask him who he is
/// (« prompt=login » of OpenID Connect Core §3.1.2.1; how, is the provider's business).
enum class Prompt { as_it_likes, sign_in_again };
/// Where to send the visitor. Throws OpenIdFailure.
std::string authorization_address(const OpenIdClient& client, const OpenIdSecrets& secrets,
                                  Prompt prompt = Prompt::as_it_likes);

/// What came back with the visitor, its state already compared.
struct OpenIdAnswer {
    std::string code;
    std::string issuer; ///< « iss » of RFC 9207; empty when absent
};

/// Somebody the provider vouches for.
struct ExternalPerson {
    ExternalAccount account;
    std::string email;
    bool email_verified = false;
    std::string name;
};
/// Redeems the code and believes nothing that is not signed for us: throws OpenIdFailure. When the
/// ID token names no e-mail the provider is asked for it.
ExternalPerson redeem(const OpenIdClient& client, const OpenIdSecrets& secrets,
                      const OpenIdAnswer& answer);

} // namespace auth
