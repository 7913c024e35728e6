#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;

namespace auth
{

/// A public key of a provider (RFC 7517): RSA of 2 048 to 8 192 bits, or the curve P-256.
struct JsonWebKey {
    enum class Kind { rsa, p256 };

    std::string id; ///< "kid"; may be empty
    Kind kind = Kind::rsa;
    std::shared_ptr<evp_pkey_st> key;
};
using KeySet = std::vector<JsonWebKey>;

inline constexpr std::size_t keys_max = 50;

/// The signing keys of a key set, in its order, at most `keys_max`; keys of another kind, for
/// another use, too short or malformed are left out. Empty when `json` is no key set.
KeySet parse_key_set(std::string_view json);

/// Whether `signature` (raw bytes as in RFC 7518) is the holder's over `text`: RSASSA-PKCS1-v1_5
/// with SHA-256, or ECDSA with SHA-256.
bool is_signed_by(const JsonWebKey& key, std::string_view text, std::string_view signature);

} // namespace auth
