#pragma once

#include <string>
#include <string_view>

namespace secrets
{

/// 256 random bits as 43 characters of base64url: sessions, links in mails, API keys. Given once,
/// never stored.
std::string new_token();

/// What is stored of a token and looked up by: its SHA-256, 64 hexadecimal digits. A token has 256
/// bits of chance, so it needs neither salt nor slowness.
std::string token_hash(std::string_view token);

} // namespace secrets
