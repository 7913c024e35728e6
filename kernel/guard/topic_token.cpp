#include "kernel/guard/topic_token.hpp"

#include "kernel/base/text.hpp"
#include "kernel/secrets/vault.hpp"

#include <charconv>

namespace guard
{
namespace
{

constexpr secrets::Place place{.table = "guard", .column = "topics", .row = ""};
constexpr std::size_t placeholder_bytes = 16;
constexpr std::size_t numbers = 7;

template <class Number>
bool read(const std::string& text, Number& into)
{
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, into);
    return error == std::errc{} && stop == end;
}

} // namespace

std::string seal(const secrets::Vault& vault, const TopicToken& token)
{
    const std::vector<std::string> parts{token.workspace.text(),
                                         token.membership.text(),
                                         token.person.text(),
                                         token.side == tenancy::Side::portal ? "1" : "0",
                                         std::to_string(token.rights_version),
                                         std::to_string(token.since.epoch),
                                         std::to_string(token.since.sequence)};
    return base::base64url(
        vault.seal(base::join(parts, " ") + " " + base::join(token.topics, " "), place));
}

std::optional<TopicToken> open_topic_token(const secrets::Vault& vault, std::string_view sealed)
{
    const auto bytes = base::unbase64url(sealed);
    const auto text = bytes ? vault.open(*bytes, place) : std::nullopt;
    if (!text) return {};
    auto parts = base::split(*text, ' ');
    if (parts.size() < numbers) return {};
    TopicToken token;
    int side = 0;
    const bool is_whole = read(parts[0], token.workspace.value) &&
                          read(parts[1], token.membership.value) &&
                          read(parts[2], token.person.value) && read(parts[3], side) &&
                          read(parts[4], token.rights_version) &&
                          read(parts[5], token.since.epoch) && read(parts[6], token.since.sequence);
    if (!is_whole) return {};
    token.side = side == 1 ? tenancy::Side::portal : tenancy::Side::staff;
    token.topics.assign(parts.begin() + numbers, parts.end());
    return token;
}

const std::string& topic_token_placeholder()
{
    static const std::string placeholder = base::base64url(base::random_bytes(placeholder_bytes));
    return placeholder;
}

} // namespace guard
