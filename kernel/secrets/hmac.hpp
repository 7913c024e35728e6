#pragma once

#include <string>
#include <string_view>

namespace secrets
{

/// HMAC-SHA-256 (RFC 2104) with a key that somebody else gave us, of any length: 32 raw bytes.
std::string hmac_sha256(std::string_view key, std::string_view text);

} // namespace secrets
