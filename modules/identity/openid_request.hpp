#pragma once

#include "kernel/auth/openid.hpp"

#include <string>

namespace identity
{

/// What a visitor's browser carries, sealed, while a sign-in at a provider is under way.

/// He was sent to the provider and has not come back yet.
struct OpenIdRequest {
    std::string provider;    ///< name of the configuration: an answer of another one is refused
    std::string portal;      ///< slug; empty for the team's side
    std::string next;        ///< where he wanted to go; may be empty
    tenancy::PersonId again; ///< who is to prove to be himself; zero: whoever comes
    auth::OpenIdSecrets secrets;
};

/// He came back as somebody whose account has to be opened by its own sign-in before the two are
/// linked.
struct OpenIdLink {
    std::string title; ///< of the provider
    auth::ExternalAccount account;
    std::string email; ///< verified by the provider
};

} // namespace identity
