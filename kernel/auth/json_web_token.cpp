#include "kernel/auth/json_web_token.hpp"

#include "kernel/auth/json_fields.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace auth
{

namespace
{

using Object = boost::json::object;

constexpr std::size_t subject_bytes_max = 255;

struct Parts {
    Object header;
    Object claims;
    std::string signed_text;
    std::string signature;
};

std::optional<Object> decoded(const std::string& part)
{
    const auto json = base::unbase64url(part);
    return json ? parse_object(*json) : std::nullopt;
}

std::optional<Parts> take_apart(std::string_view token)
{
    if (token.size() > id_token_bytes_max) return {};
    const auto parts = base::split(token, '.');
    if (parts.size() != 3) return {};
    const auto header = decoded(parts[0]);
    const auto claims = decoded(parts[1]);
    const auto signature = base::unbase64url(parts[2]);
    // An extension marked critical must be understood, and none is.
    if (!header || !claims || !signature || header->contains("crit")) return {};
    return Parts{.header = *header,
                 .claims = *claims,
                 .signed_text = parts[0] + "." + parts[1],
                 .signature = *signature};
}

std::optional<JsonWebKey::Kind> kind_for(const Object& header)
{
    const auto algorithm = text_of(header, "alg");
    if (algorithm == "RS256") return JsonWebKey::Kind::rsa;
    if (algorithm == "ES256") return JsonWebKey::Kind::p256;
    return {};
}

/// The key the header names; without a name, the only one of its kind.
const JsonWebKey* key_for(const Object& header, JsonWebKey::Kind kind, const KeySet& keys)
{
    const auto id = text_of(header, "kid");
    std::vector<const JsonWebKey*> found;
    for (const auto& key : keys)
        if (key.kind == kind && (id.empty() || key.id == id)) found.push_back(&key);
    return found.size() == 1 ? found.front() : nullptr;
}

bool is_for(const Object& claims, const std::string& client_id)
{
    const auto* audience = claims.if_contains("aud");
    const auto party = text_of(claims, "azp");
    if (audience == nullptr) return false;
    if (claims.contains("azp") && party != client_id) return false;
    if (audience->is_string()) return audience->get_string() == client_id;
    if (!audience->is_array()) return false;
    const auto& all = audience->get_array();
    const auto is_us = [&](const boost::json::value& one) {
        return one.is_string() && one.get_string() == client_id;
    };
    return std::any_of(all.begin(), all.end(), is_us) && (all.size() == 1 || party == client_id);
}

std::optional<TokenProblem> problem_of_times(const Object& claims, base::Instant now)
{
    const auto expires = number_of(claims, "exp");
    const auto issued = number_of(claims, "iat");
    if (!expires || !issued) return TokenProblem::malformed;
    const auto instant = [](std::int64_t seconds) {
        return base::Instant{} + std::chrono::seconds{seconds};
    };
    if (instant(*expires) + clock_gap_max <= now) return TokenProblem::expired;
    if (instant(*issued) > now + clock_gap_max) return TokenProblem::issued;
    if (instant(*issued) + token_age_max + clock_gap_max < now) return TokenProblem::issued;
    return {};
}

std::optional<TokenProblem> problem_of(const Object& claims, const ExpectedToken& expected)
{
    if (text_of(claims, "iss") != expected.issuer) return TokenProblem::issuer;
    if (!is_for(claims, expected.client_id)) return TokenProblem::audience;
    if (const auto problem = problem_of_times(claims, expected.now)) return problem;
    if (expected.nonce.empty() ||
        !base::equal_in_constant_time(text_of(claims, "nonce"), expected.nonce))
        return TokenProblem::nonce;
    const auto subject = text_of(claims, "sub");
    if (subject.empty() || subject.size() > subject_bytes_max) return TokenProblem::malformed;
    return {};
}

} // namespace

std::variant<IdToken, TokenProblem> check_id_token(std::string_view token, const KeySet& keys,
                                                   const ExpectedToken& expected)
{
    const auto parts = take_apart(token);
    if (!parts) return TokenProblem::malformed;
    const auto kind = kind_for(parts->header);
    if (!kind) return TokenProblem::algorithm;
    const auto* key = key_for(parts->header, *kind, keys);
    if (key == nullptr) return TokenProblem::unknown_key;
    if (!is_signed_by(*key, parts->signed_text, parts->signature)) return TokenProblem::signature;
    if (const auto problem = problem_of(parts->claims, expected)) return *problem;

    return IdToken{.issuer = expected.issuer,
                   .subject = text_of(parts->claims, "sub"),
                   .email = text_of(parts->claims, "email"),
                   .email_verified = is_true(parts->claims, "email_verified"),
                   .name = text_of(parts->claims, "name")};
}

} // namespace auth
