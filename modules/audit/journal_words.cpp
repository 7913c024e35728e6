#include "modules/audit/journal_words.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"

#include <array>

namespace audit
{
namespace
{

using i18n::t;

constexpr std::array<std::string_view, 11> kinds{
    "template",   "letter",     "quote",     "ticket",      "client",         "project",
    "membership", "invitation", "workspace", "mail_sender", "privacy_request"};

std::string key_of(std::string_view family, std::string_view code)
{
    return std::string{family} + base::replace_all(std::string{code}, ".", "_");
}

/// « de » becomes « d’ » before it.
bool begins_with_vowel(std::string_view subject)
{
    const auto key = base::fold(subject);
    return !key.empty() && std::string_view{"aeiou"}.find(key.front()) != std::string_view::npos;
}

} // namespace

std::span<const std::string_view> known_kinds()
{
    return kinds;
}

std::string words_of_action(std::string_view action, std::string_view subject)
{
    const auto key = key_of("audit.action.", action);
    if (!i18n::has(key)) return std::string{action};
    const auto words = t(key, {{"subject", std::string{subject}}});
    if (!begins_with_vowel(subject)) return words;
    return base::replace_all(words, t("audit.of") + std::string{subject},
                             t("audit.of_elided") + std::string{subject});
}

std::string words_of_kind(std::string_view kind)
{
    const auto key = key_of("audit.kind.", kind);
    return i18n::has(key) ? t(key) : t("audit.kind.anything");
}

std::string words_of_field(std::string_view field)
{
    const auto key = key_of("audit.field.", field);
    return i18n::has(key) ? t(key) : std::string{field};
}

std::string words_of_value(std::string_view field, std::string_view value)
{
    const auto key = key_of("audit.value.", std::string{field} + "_" + std::string{value});
    return i18n::has(key) ? t(key) : std::string{value};
}

} // namespace audit
