#include "kernel/secrets/totp.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"

#include <openssl/hmac.h>

namespace secrets
{

namespace
{

constexpr std::int64_t micros_per_step = totp_step_seconds * 1'000'000;
constexpr int digits_shown = 6;

std::string hmac_sha1(std::string_view secret, std::string_view message)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    const auto* done = HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()),
                            reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                            digest, &length);
    KERNEL_ASSERT(done != nullptr);
    return {reinterpret_cast<const char*>(digest), length};
}

std::string big_endian(std::int64_t value)
{
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>((value >> shift) & 0xFF);
    return bytes;
}

std::uint32_t byte_at(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

/// RFC 4226 §5.3.
std::uint32_t truncated(std::string_view digest)
{
    const auto at = byte_at(digest, digest.size() - 1) & 0xFU;
    return (byte_at(digest, at) & 0x7FU) << 24U | byte_at(digest, at + 1) << 16U |
           byte_at(digest, at + 2) << 8U | byte_at(digest, at + 3);
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    std::string result;
    for (const char c : text) {
        if (plain.find(c) != plain.npos)
            result += c;
        else
            result += '%' + base::hex({&c, 1});
    }
    return result;
}

} // namespace

std::string new_totp_secret()
{
    constexpr std::size_t secret_bytes = 20;
    return base::random_bytes(secret_bytes);
}

std::int64_t totp_step(base::Instant at)
{
    return at.micros / micros_per_step;
}

std::string totp_code(std::string_view secret, std::int64_t step, int digits)
{
    KERNEL_ASSERT(digits >= 6 && digits <= 8);
    auto code = std::to_string(truncated(hmac_sha1(secret, big_endian(step))));
    const auto length = static_cast<std::size_t>(digits);
    if (code.size() < length) code.insert(0, length - code.size(), '0');
    return code.substr(code.size() - length);
}

std::optional<std::int64_t> matching_totp_step(std::string_view secret, std::string_view code,
                                               base::Instant now)
{
    auto typed = base::replace_all(std::string{code}, "\u00A0", "");
    std::erase(typed, ' ');
    const auto current = totp_step(now);
    std::optional<std::int64_t> found;
    for (const auto step : {current - 1, current + 1, current})
        if (base::equal_in_constant_time(totp_code(secret, step, digits_shown), typed))
            found = step;
    return found;
}

std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account)
{
    const auto name = percent_encoded(issuer);
    return "otpauth://totp/" + name + ':' + percent_encoded(account) +
           "?secret=" + base::base32(secret) + "&issuer=" + name;
}

} // namespace secrets
