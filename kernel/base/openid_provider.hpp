#pragma once

#include <map>
#include <string>

namespace base
{

/// Somebody who says who people are (OpenID Connect), declared by the installation: one `[[oidc]]`
/// of etabli.toml, or the ETABLI_OIDC_… variables for a single one.
struct OpenIdProvider {
    std::string name;      ///< in addresses: 1 to 30 of a–z, 0–9 and -
    std::string title;     ///< on the button: « Continuer avec Google »
    std::string issuer;    ///< https://…, exactly as the provider writes it
    std::string client_id; ///< given by the provider with the secret
    std::string client_secret;
};

/// From the settings of one entry: name, title, issuer, client_id, client_secret or
/// client_secret_file. Throws std::runtime_error with one French sentence naming `entry` for a
/// missing, wrong or unknown one.
OpenIdProvider parse_openid_provider(const std::map<std::string, std::string>& settings,
                                     const std::string& entry);

} // namespace base
