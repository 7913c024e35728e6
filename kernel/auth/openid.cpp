#include "kernel/auth/openid.hpp"

#include "kernel/auth/json_fields.hpp"
#include "kernel/auth/json_web_token.hpp"
#include "kernel/auth/openid_directory.hpp"
#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/http/message.hpp"
#include "kernel/secrets/token.hpp"

namespace auth
{

namespace
{

using Kind = OpenIdFailure::Kind;

/// RFC 6749 §2.3.1: both halves are form-encoded first.
std::string basic_authorization(const base::OpenIdProvider& provider)
{
    return "Basic " + base::base64(http::encode_component(provider.client_id) + ":" +
                                   http::encode_component(provider.client_secret));
}

FetchRequest token_request(const OpenIdClient& client, const OpenIdEndpoints& endpoints,
                           const OpenIdSecrets& secrets, const std::string& code)
{
    http::Fields fields;
    fields.add("grant_type", "authorization_code");
    fields.add("code", code);
    fields.add("redirect_uri", client.redirect_uri);
    fields.add("code_verifier", secrets.verifier);
    const auto has_secret = !client.provider.client_secret.empty();
    if (!has_secret) fields.add("client_id", client.provider.client_id);
    return {.address = endpoints.token,
            .reach = client.reach,
            .form = http::encode_urlencoded(fields),
            .authorization = has_secret ? basic_authorization(client.provider) : std::string{}};
}

struct Tokens {
    std::string id_token;
    std::string access_token;
};

Tokens exchange(const OpenIdClient& client, const OpenIdEndpoints& endpoints,
                const OpenIdSecrets& secrets, const std::string& code)
{
    const auto fetched = fetch(token_request(client, endpoints, secrets, code));
    const auto answer = parse_object(fetched.body);
    if (fetched.status >= 500 || !answer)
        throw OpenIdFailure{Kind::unreachable,
                            "the token endpoint answered " + std::to_string(fetched.status)};
    if (fetched.status != 200)
        throw OpenIdFailure{Kind::refused,
                            "the provider refused the code: " + text_of(*answer, "error")};
    return {.id_token = text_of(*answer, "id_token"),
            .access_token = text_of(*answer, "access_token")};
}

IdToken believe(const OpenIdClient& client, const OpenIdEndpoints& endpoints,
                const std::string& token, const std::string& nonce)
{
    const ExpectedToken expected{.issuer = endpoints.issuer,
                                 .client_id = client.provider.client_id,
                                 .nonce = nonce,
                                 .now = base::real_now()};
    auto checked = check_id_token(token, keys_of(endpoints, client.reach), expected);
    const auto* problem = std::get_if<TokenProblem>(&checked);
    if (problem != nullptr && *problem == TokenProblem::unknown_key) {
        checked = check_id_token(token, keys_of(endpoints, client.reach, Freshness::fetched_now),
                                 expected);
        problem = std::get_if<TokenProblem>(&checked);
    }
    if (problem != nullptr)
        throw OpenIdFailure{Kind::refused, "ID token: " + std::string{forms::enum_name(*problem)}};
    return std::get<IdToken>(checked);
}

/// OpenID Connect Core §5.3: an answer about somebody else is not used.
void ask_email(const OpenIdClient& client, const OpenIdEndpoints& endpoints,
               const std::string& access_token, ExternalPerson& person)
{
    const auto fetched = fetch({.address = endpoints.user_info,
                                .reach = client.reach,
                                .form = {},
                                .authorization = "Bearer " + access_token});
    const auto claims = parse_object(fetched.body);
    if (fetched.status != 200 || !claims)
        throw OpenIdFailure{Kind::unreachable,
                            "userinfo answered " + std::to_string(fetched.status)};
    if (text_of(*claims, "sub") != person.account.subject)
        throw OpenIdFailure{Kind::refused, "userinfo speaks of another subject"};
    person.email = text_of(*claims, "email");
    person.email_verified = is_true(*claims, "email_verified");
    if (person.name.empty()) person.name = text_of(*claims, "name");
}

} // namespace

OpenIdSecrets new_openid_secrets()
{
    return {.state = secrets::new_token(),
            .nonce = secrets::new_token(),
            .verifier = secrets::new_token()};
}

std::string authorization_address(const OpenIdClient& client, const OpenIdSecrets& secrets,
                                  Prompt prompt)
{
    const auto endpoints = endpoints_of(client.provider.issuer, client.reach);
    http::Fields query;
    query.add("response_type", "code");
    query.add("client_id", client.provider.client_id);
    query.add("redirect_uri", client.redirect_uri);
    query.add("scope", "openid email profile");
    query.add("state", secrets.state);
    query.add("nonce", secrets.nonce);
    query.add("code_challenge", base::base64url(base::sha256(secrets.verifier)));
    query.add("code_challenge_method", "S256");
    if (prompt == Prompt::sign_in_again) query.add("prompt", "login");
    const auto* joint = endpoints.authorization.find('?') == std::string::npos ? "?" : "&";
    return endpoints.authorization + joint + http::encode_urlencoded(query);
}

ExternalPerson redeem(const OpenIdClient& client, const OpenIdSecrets& secrets,
                      const OpenIdAnswer& answer)
{
    const auto endpoints = endpoints_of(client.provider.issuer, client.reach);
    const auto is_named = !answer.issuer.empty() || endpoints.names_issuer;
    if (is_named && answer.issuer != endpoints.issuer)
        throw OpenIdFailure{Kind::refused, "the answer is that of another provider"};

    const auto tokens = exchange(client, endpoints, secrets, answer.code);
    const auto token = believe(client, endpoints, tokens.id_token, secrets.nonce);
    ExternalPerson person{.account = {.issuer = token.issuer, .subject = token.subject},
                          .email = token.email,
                          .email_verified = token.email_verified,
                          .name = token.name};
    if (person.email.empty() && http::is_reachable(endpoints.user_info, client.reach) &&
        !tokens.access_token.empty())
        ask_email(client, endpoints, tokens.access_token, person);
    return person;
}

} // namespace auth
