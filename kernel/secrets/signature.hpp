#pragma once

#include "kernel/secrets/key.hpp"

#include <array>
#include <string>
#include <string_view>

namespace secrets
{

/// Signs with Ed25519 for one purpose of the installation (Vault::key_for). Whoever holds
/// `public_key` can judge a signature, without this program and without any secret.
class SigningKey
{
  public:
    explicit SigningKey(const Key& seed);
    ~SigningKey();
    SigningKey(const SigningKey&) = default;
    SigningKey& operator=(const SigningKey&) = default;

    std::string public_key() const;                ///< 64 hexadecimal digits
    std::string sign(std::string_view text) const; ///< base64url

  private:
    static constexpr std::size_t public_bytes = 32;
    static constexpr std::size_t secret_bytes = 64;

    std::array<unsigned char, public_bytes> public_{};
    std::array<unsigned char, secret_bytes> secret_{};
};

/// False too for a key or a signature that is none, or is written in another way than `sign`
/// writes.
bool is_signed_by(std::string_view public_key, std::string_view text, std::string_view signature);

} // namespace secrets
