#include "modules/identity/captcha.hpp"

#include "kernel/auth/tokens.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"

#include <array>
#include <chrono>

namespace identity
{

namespace
{

using namespace std::chrono_literals;

constexpr auto valid_for = 10min;
constexpr std::uint32_t operand_max = 10;
constexpr std::size_t nonce_bytes = 16;
constexpr std::size_t sealed_bytes_max = 1'000;
constexpr secrets::Place place{"identity_captcha", "answer", "-"};

constexpr std::array numbers{"identity.number.n0",  "identity.number.n1",  "identity.number.n2",
                             "identity.number.n3",  "identity.number.n4",  "identity.number.n5",
                             "identity.number.n6",  "identity.number.n7",  "identity.number.n8",
                             "identity.number.n9",  "identity.number.n10", "identity.number.n11",
                             "identity.number.n12", "identity.number.n13", "identity.number.n14",
                             "identity.number.n15", "identity.number.n16", "identity.number.n17",
                             "identity.number.n18", "identity.number.n19", "identity.number.n20"};

std::string in_words(std::uint32_t number)
{
    return i18n::t(numbers.at(number));
}

struct Question {
    std::string text;
    std::uint32_t answer = 0;
};

Question sum_of(std::uint32_t a, std::uint32_t b)
{
    return {i18n::t("identity.captcha.sum", {{"a", in_words(a)}, {"b", in_words(b)}}), a + b};
}

Question difference_of(std::uint32_t a, std::uint32_t b)
{
    return {i18n::t("identity.captcha.difference", {{"a", in_words(a + b)}, {"b", in_words(b)}}),
            a};
}

Question new_question()
{
    const auto a = 1 + base::random_below(operand_max);
    const auto b = 1 + base::random_below(operand_max);
    return base::random_below(2) == 0 ? sum_of(a, b) : difference_of(a, b);
}

/// "answer nonce expiry", the content of the seal.
struct Sealed {
    std::uint32_t answer = 0;
    std::string nonce;
    std::int64_t expires_at = 0;
};

std::optional<Sealed> opened(const secrets::Vault& vault, std::string_view text)
{
    if (text.size() > sealed_bytes_max) return {};
    const auto bytes = base::unbase64url(text);
    if (!bytes) return {};
    const auto plain = vault.open(*bytes, place);
    if (!plain) return {};
    const auto parts = base::split(*plain, ' ');
    if (parts.size() != 3) return {};
    return Sealed{.answer = static_cast<std::uint32_t>(std::stoul(parts[0])),
                  .nonce = parts[1],
                  .expires_at = std::stoll(parts[2])};
}

} // namespace

Captcha new_captcha(const secrets::Vault& vault, base::Instant now)
{
    const auto question = new_question();
    const auto plain = std::to_string(question.answer) + " " +
                       base::hex(base::random_bytes(nonce_bytes)) + " " +
                       std::to_string((now + valid_for).micros);
    return {.question = question.text, .sealed = base::base64url(vault.seal(plain, place))};
}

bool is_right_answer(tenancy::PlatformTransaction& tx, const secrets::Vault& vault,
                     const CaptchaAnswer& given)
{
    const auto sealed = opened(vault, given.sealed);
    if (!sealed || given.given_at.micros > sealed->expires_at) return false;
    if (!auth::is_first_use(tx, "captcha:" + sealed->nonce, valid_for)) return false;
    const auto answer = base::fold(given.answer);
    return answer == std::to_string(sealed->answer) ||
           answer == base::fold(in_words(sealed->answer));
}

} // namespace identity
