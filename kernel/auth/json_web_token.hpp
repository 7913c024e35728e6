#pragma once

#include "kernel/auth/json_web_key.hpp"
#include "kernel/base/clock.hpp"

#include <boost/describe/enum.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

namespace auth
{

/// What an ID token says once it has been believed.
struct IdToken {
    std::string issuer;
    std::string subject;
    std::string email;           ///< empty when the provider tells it elsewhere
    bool email_verified = false; ///< only what the provider states
    std::string name;
};

/// Why an ID token is not believed, in the order they are looked for.
enum class TokenProblem {
    malformed,
    algorithm,   ///< anything but RS256 and ES256: « none » and shared keys above all
    unknown_key, ///< the provider may have changed its keys: fetch them again, once
    signature,
    issuer,
    audience, ///< not for us, or for several without naming us as the authorized party
    expired,
    issued, ///< in the future, or long ago
    nonce,  ///< of another sign-in
};
BOOST_DESCRIBE_ENUM(TokenProblem, malformed, algorithm, unknown_key, signature, issuer, audience,
                    expired, issued, nonce)

/// What our own request makes us expect.
struct ExpectedToken {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    base::Instant now; ///< the real clock: the provider knows no other
};

inline constexpr std::size_t id_token_bytes_max = std::size_t{32} * 1024;
/// How far the clocks of the two machines may be apart.
inline constexpr std::chrono::minutes clock_gap_max{2};
/// A token is asked for and used at once; some providers date it five minutes back.
inline constexpr std::chrono::minutes token_age_max{10};

/// OpenID Connect Core §3.1.3.7 on the compact form of an ID token.
std::variant<IdToken, TokenProblem> check_id_token(std::string_view token, const KeySet& keys,
                                                   const ExpectedToken& expected);

} // namespace auth
