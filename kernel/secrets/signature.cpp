#include "kernel/secrets/signature.hpp"

#include "kernel/base/text.hpp"

#include <sodium.h>

namespace secrets
{
namespace
{

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

SigningKey::SigningKey(const Key& seed)
{
    static_assert(public_bytes == crypto_sign_PUBLICKEYBYTES);
    static_assert(secret_bytes == crypto_sign_SECRETKEYBYTES);
    static_assert(Key::size == crypto_sign_SEEDBYTES);
    crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.data());
}

SigningKey::~SigningKey()
{
    sodium_memzero(secret_.data(), secret_.size());
}

std::string SigningKey::public_key() const
{
    return base::hex({reinterpret_cast<const char*>(public_.data()), public_.size()});
}

std::string SigningKey::sign(std::string_view text) const
{
    std::array<char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(text),
                         text.size(), secret_.data());
    return base::base64url({signature.data(), signature.size()});
}

bool is_signed_by(std::string_view public_key, std::string_view text, std::string_view signature)
{
    const auto key = base::unhex(public_key);
    const auto bytes = base::unbase64url(signature);
    if (!key || key->size() != crypto_sign_PUBLICKEYBYTES) return false;
    if (!bytes || bytes->size() != crypto_sign_BYTES) return false;
    const bool is_as_written =
        base::hex(*key) == public_key && base::base64url(*bytes) == signature;
    if (!is_as_written) return false;
    return crypto_sign_verify_detached(raw(*bytes), raw(text), text.size(), raw(*key)) == 0;
}

} // namespace secrets
