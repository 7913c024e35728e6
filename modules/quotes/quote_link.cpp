#include "modules/quotes/quote_link.hpp"

#include "kernel/base/text.hpp"
#include "kernel/mail/link_proof.hpp"

namespace quotes
{
namespace
{

constexpr std::size_t id_bytes = 8;
constexpr const char* kind = "quote";

std::string bytes_of(QuoteId quote)
{
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<std::uint64_t>(quote.value) >> shift & 0xFFU);
    return bytes;
}

QuoteId quote_in(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = number << 8U | static_cast<unsigned char>(byte);
    return {static_cast<std::int64_t>(number & INT64_MAX)};
}

} // namespace

std::string link_token(const tenancy::Workspace& workspace, QuoteId quote)
{
    return base::base64url(bytes_of(quote) + mail::link_proof(workspace, kind, quote.value));
}

std::optional<QuoteId> quote_of_link(const tenancy::Workspace& workspace, std::string_view token)
{
    const auto bytes = base::unbase64url(token);
    if (!bytes || bytes->size() < id_bytes) return {};
    const auto quote = quote_in(std::string_view{*bytes}.substr(0, id_bytes));
    if (!base::equal_in_constant_time(link_token(workspace, quote), token)) return {};
    return quote;
}

} // namespace quotes
