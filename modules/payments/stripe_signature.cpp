#include "kernel/base/text.hpp"
#include "kernel/secrets/hmac.hpp"
#include "modules/payments/notice.hpp"

#include <charconv>
#include <chrono>
#include <vector>

namespace payments
{
namespace
{

constexpr std::size_t header_bytes_max = 2'000;
constexpr auto age_max = std::chrono::minutes{5}; ///< as Stripe’s own libraries have it

/// « t=1492774577,v1=5257a8…,v1=… »: several while a secret is being replaced.
struct Signature {
    std::string second;
    std::vector<std::string> proofs;
};

Signature read(std::string_view header)
{
    Signature signature;
    for (const auto& part : base::split(header, ',')) {
        const auto text = base::trim(part);
        if (text.starts_with("t=")) signature.second = text.substr(2);
        if (text.starts_with("v1=")) signature.proofs.push_back(text.substr(3));
    }
    return signature;
}

bool is_fresh(const std::string& second, base::Instant now)
{
    std::int64_t value = 0;
    const auto* const end = second.data() + second.size();
    const auto read = std::from_chars(second.data(), end, value);
    constexpr std::int64_t most = 100'000'000'000; // keeps the sum in range
    if (read.ec != std::errc{} || read.ptr != end || value < 0 || value > most) return false;
    const auto age = now - (base::Instant{} + std::chrono::seconds{value});
    return age <= age_max && -age <= age_max;
}

} // namespace

bool is_signed_by_stripe(std::string_view header, std::string_view body, std::string_view secret,
                         base::Instant now)
{
    if (header.size() > header_bytes_max || secret.empty()) return false;
    const auto signature = read(header);
    if (!is_fresh(signature.second, now)) return false;
    const auto expected =
        base::hex(secrets::hmac_sha256(secret, signature.second + "." + std::string{body}));
    bool is_one = false;
    for (const auto& proof : signature.proofs)
        if (base::equal_in_constant_time(expected, proof)) is_one = true;
    return is_one;
}

} // namespace payments
