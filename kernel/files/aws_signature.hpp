#pragma once

#include "kernel/base/clock.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// AWS Signature Version 4, as S3-compatible storage asks for it.
namespace files
{

struct SigningKey {
    std::string access_key;
    std::string secret;
    std::string session_token; ///< may be empty
    std::string region;
    std::string service = "s3";
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// What is signed. Paths and queries are decoded; paths hold no dot segments.
struct SignedRequest {
    std::string method = "GET";
    std::string path = "/";
    Pairs query;
    Pairs headers;            ///< with Host; names in any case, repeated ones are joined
    std::string payload_hash; ///< SHA-256 in hex, or UNSIGNED-PAYLOAD
};

/// SHA-256 of no bytes, in hex.
inline constexpr const char* empty_payload =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
inline constexpr const char* unsigned_payload = "UNSIGNED-PAYLOAD";

/// The three steps, for whoever compares with the standard's examples.
std::string canonical_request(const SignedRequest& request);
std::string string_to_sign(std::string_view canonical, const SigningKey& key, base::Instant at);
std::string signature(std::string_view to_sign, const SigningKey& key, base::Instant at);

/// Headers to add: X-Amz-Date, the session token when there is one, Authorization. S3 also wants
/// x-amz-content-sha256 among the request's own.
Pairs signed_headers(const SignedRequest& request, const SigningKey& key, base::Instant at);
/// The request with the parameters of a link that works for `seconds`, all but X-Amz-Signature.
SignedRequest presigned(SignedRequest request, const SigningKey& key, base::Instant at,
                        int seconds);
/// "/bucket/key?…&X-Amz-Signature=…".
std::string presigned_target(const SignedRequest& request, const SigningKey& key, base::Instant at,
                             int seconds);

} // namespace files
