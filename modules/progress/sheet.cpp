#include "modules/progress/sheet.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>

namespace progress
{
namespace
{

constexpr std::string_view parts_an_address = "/\\";

char capital(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

std::optional<std::string> identifier_of(std::string_view typed)
{
    std::string identifier;
    for (const auto& word : base::split(base::normalise(typed), ' '))
        if (!word.empty()) identifier += (identifier.empty() ? "" : " ") + std::string{word};
    std::ranges::transform(identifier, identifier.begin(), capital);
    if (base::code_points(identifier) > identifier_max) return {};
    if (identifier.find_first_of(parts_an_address) != std::string::npos) return {};
    if (identifier_key_of(identifier).empty()) return {};
    return identifier;
}

std::string identifier_key_of(std::string_view identifier)
{
    auto key = base::fold(identifier);
    std::erase(key, ' ');
    return key;
}

void require_in_order(base::Date starts_on, const std::optional<base::Date>& ends_on)
{
    base::refuse_unless(!ends_on || *ends_on >= starts_on, "progress.refusal.ends_before_start");
}

} // namespace progress
