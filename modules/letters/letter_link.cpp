#include "modules/letters/letter_link.hpp"

#include "kernel/base/text.hpp"
#include "kernel/mail/link_proof.hpp"

namespace letters
{
namespace
{

constexpr std::size_t id_bytes = 8;
constexpr const char* kind = "letter";

std::string bytes_of(LetterId letter)
{
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<std::uint64_t>(letter.value) >> shift & 0xFFU);
    return bytes;
}

LetterId letter_in(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = number << 8U | static_cast<unsigned char>(byte);
    return {static_cast<std::int64_t>(number & INT64_MAX)};
}

} // namespace

std::string link_token(const tenancy::Workspace& workspace, LetterId letter)
{
    return base::base64url(bytes_of(letter) + mail::link_proof(workspace, kind, letter.value));
}

std::optional<LetterId> letter_of_link(const tenancy::Workspace& workspace, std::string_view token)
{
    const auto bytes = base::unbase64url(token);
    if (!bytes || bytes->size() < id_bytes) return {};
    const auto letter = letter_in(std::string_view{*bytes}.substr(0, id_bytes));
    if (!base::equal_in_constant_time(link_token(workspace, letter), token)) return {};
    return letter;
}

} // namespace letters
