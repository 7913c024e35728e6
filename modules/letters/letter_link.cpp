#include "modules/letters/letter_link.hpp"

#include "kernel/base/text.hpp"
#include "kernel/mail/link_proof.hpp"

namespace letters
{
namespace
{

constexpr std::size_t number_bytes = 8;

std::string bytes_of(std::int64_t number)
{
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> shift & 0xFFU);
    return bytes;
}

std::int64_t number_in(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = number << 8U | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number & INT64_MAX);
}

std::string kind_of(std::int64_t issue)
{
    return "letter." + std::to_string(issue);
}

} // namespace

std::string link_token(const tenancy::Workspace& workspace, const LinkedIssue& linked)
{
    const auto proof = mail::link_proof(workspace, kind_of(linked.issue), linked.letter.value);
    return base::base64url(bytes_of(linked.letter.value) + bytes_of(linked.issue) + proof);
}

std::optional<LinkedIssue> issue_of_link(const tenancy::Workspace& workspace,
                                         std::string_view token)
{
    const auto bytes = base::unbase64url(token);
    if (!bytes || bytes->size() < 2 * number_bytes) return {};
    const std::string_view numbers{*bytes};
    const LinkedIssue linked{.letter = {number_in(numbers.substr(0, number_bytes))},
                             .issue = number_in(numbers.substr(number_bytes, number_bytes))};
    if (!base::equal_in_constant_time(link_token(workspace, linked), token)) return {};
    return linked;
}

} // namespace letters
