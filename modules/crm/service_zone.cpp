#include "modules/crm/service_zone.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace crm
{
namespace
{

constexpr std::string_view separators = ",;\r\n\t";

bool is_letter_or_digit(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Spaces and dashes are how people write a postal code; anything else is not one.
bool begins_a_postal_code(std::string_view piece)
{
    const auto plain = plain_postal_code(piece);
    const auto others = piece.size() - plain.size();
    const auto spaces = static_cast<std::size_t>(
        std::ranges::count_if(piece, [](char c) { return c == ' ' || c == '-'; }));
    return !plain.empty() && plain.size() <= zone_prefix_length_max && others == spaces;
}

} // namespace

std::string ServiceZone::text() const
{
    std::string lines;
    for (const auto& prefix : prefixes)
        lines += (lines.empty() ? "" : "\n") + prefix;
    return lines;
}

std::string plain_postal_code(std::string_view typed)
{
    std::string plain;
    for (char c : typed) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (is_letter_or_digit(c)) plain += c;
    }
    return plain;
}

bool covers(const ServiceZone& zone, std::string_view postal_code)
{
    const auto plain = plain_postal_code(postal_code);
    if (zone.prefixes.empty() || plain.empty()) return true;
    return std::ranges::any_of(
        zone.prefixes, [&](const std::string& prefix) { return plain.starts_with(prefix); });
}

TypedZone typed_zone(std::string_view typed)
{
    TypedZone read;
    auto& prefixes = read.zone.prefixes;
    while (!typed.empty()) {
        const auto end = std::min(typed.find_first_of(separators), typed.size());
        auto piece = base::trim(typed.substr(0, end));
        typed.remove_prefix(std::min(end + 1, typed.size()));
        if (piece.ends_with('*')) piece = base::trim(piece.substr(0, piece.size() - 1));
        if (piece.empty()) continue;
        if (begins_a_postal_code(piece))
            prefixes.push_back(plain_postal_code(piece));
        else if (read.wrong.empty())
            read.wrong = std::string{piece};
    }
    std::ranges::sort(prefixes);
    const auto repeated = std::ranges::unique(prefixes);
    prefixes.erase(repeated.begin(), repeated.end());
    return read;
}

} // namespace crm
