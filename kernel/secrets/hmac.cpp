#include "kernel/secrets/hmac.hpp"

#include <sodium.h>

#include <array>

namespace secrets
{
namespace
{

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data()); // libsodium's idea of bytes
}

} // namespace

std::string hmac_sha256(std::string_view key, std::string_view text)
{
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> out{};
    crypto_auth_hmacsha256_final(&state, out.data());
    return {reinterpret_cast<const char*>(out.data()), out.size()};
}

} // namespace secrets
