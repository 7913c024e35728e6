#include "modules/settings/profile_forms.hpp"

#include "kernel/base/official_numbers.hpp"
#include "kernel/base/oklch.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace settings
{
namespace
{

constexpr std::size_t website_length_max = 200;
constexpr std::string_view secure = "https://";

constexpr std::array all_zones{NamedZone{"Europe/Paris", "settings.zone.paris"},
                               NamedZone{"Europe/Brussels", "settings.zone.brussels"},
                               NamedZone{"Europe/Luxembourg", "settings.zone.luxembourg"},
                               NamedZone{"Europe/Zurich", "settings.zone.zurich"},
                               NamedZone{"Europe/Monaco", "settings.zone.monaco"},
                               NamedZone{"America/Guadeloupe", "settings.zone.guadeloupe"},
                               NamedZone{"America/Martinique", "settings.zone.martinique"},
                               NamedZone{"America/Cayenne", "settings.zone.cayenne"},
                               NamedZone{"America/Miquelon", "settings.zone.miquelon"},
                               NamedZone{"Indian/Reunion", "settings.zone.reunion"},
                               NamedZone{"Indian/Mayotte", "settings.zone.mayotte"},
                               NamedZone{"Pacific/Noumea", "settings.zone.noumea"},
                               NamedZone{"Pacific/Tahiti", "settings.zone.tahiti"},
                               NamedZone{"America/Toronto", "settings.zone.montreal"},
                               NamedZone{"America/Halifax", "settings.zone.halifax"},
                               NamedZone{"America/Moncton", "settings.zone.moncton"}};

std::string first(const forms::Texts& texts)
{
    return texts.empty() ? std::string{} : base::trim(base::normalise(texts.front()));
}

bool is_host_and_path(std::string_view text)
{
    const auto host = text.substr(0, text.find('/'));
    const auto is_allowed = [](char c) {
        return c > ' ' && c < 127 && c != '"' && c != '<' && c != '>' && c != '\\';
    };
    return host.find('.') != host.npos && !host.starts_with('.') && !host.ends_with('.') &&
           host.find_first_of("@:,;") == host.npos &&
           std::all_of(text.begin(), text.end(), is_allowed);
}

/// Empty, or as the number writes itself.
template <class Number, class Field>
std::optional<forms::ReadError> read_number(const forms::Texts& texts, Field& out, const char* key)
{
    out.value = base::bare_number(first(texts));
    if (out.value.empty()) return {};
    const auto number = Number::parse(out.value);
    if (!number) return forms::ReadError{key, {}};
    out.value = number->value;
    return {};
}

} // namespace

std::span<const NamedZone> zones()
{
    return all_zones;
}

std::optional<forms::ReadError> read_field(const forms::Texts& texts, Siret& out)
{
    out.value = base::bare_number(first(texts));
    if (out.value.empty()) return {};
    const bool has_other = !std::all_of(out.value.begin(), out.value.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
    if (has_other) return forms::ReadError{"settings.error.siret_digits", {}};
    const auto length = out.value.size();
    if (length < base::Siret::digits)
        return forms::ReadError{"settings.error.siret_short",
                                {{"count", std::to_string(base::Siret::digits - length)}}};
    if (length > base::Siret::digits)
        return forms::ReadError{"settings.error.siret_long",
                                {{"count", std::to_string(length - base::Siret::digits)}}};
    if (!base::Siret::parse(out.value)) return forms::ReadError{"settings.error.siret_sum", {}};
    return {};
}

std::optional<forms::ReadError> read_field(const forms::Texts& texts, VatNumber& out)
{
    out.value = base::bare_number(first(texts));
    if (out.value.empty() || base::VatNumber::parse(out.value)) return {};
    return forms::ReadError{"settings.error.vat_number", {}};
}

std::optional<forms::ReadError> read_field(const forms::Texts& texts, Neq& out)
{
    return read_number<base::Neq>(texts, out, "settings.error.neq");
}

std::optional<forms::ReadError> read_field(const forms::Texts& texts, TpsNumber& out)
{
    return read_number<base::TpsNumber>(texts, out, "settings.error.tps_number");
}

std::optional<forms::ReadError> read_field(const forms::Texts& texts, TvqNumber& out)
{
    return read_number<base::TvqNumber>(texts, out, "settings.error.tvq_number");
}

std::optional<forms::ReadError> read_field(const forms::Texts& texts, Website& out)
{
    out.value = first(texts);
    if (out.value.empty()) return {};
    const auto scheme = out.value.find("://");
    if (scheme == std::string::npos) out.value = std::string{secure} + out.value;
    const bool is_web = out.value.starts_with(secure) || out.value.starts_with("http://");
    const auto rest = std::string_view{out.value}.substr(out.value.find("://") + 3);
    if (is_web && out.value.size() <= website_length_max && is_host_and_path(rest)) return {};
    return forms::ReadError{"settings.error.website", {}};
}

std::optional<forms::ReadError> read_field(const forms::Texts& texts, Zone& out)
{
    out.value = first(texts);
    const bool is_known = std::any_of(all_zones.begin(), all_zones.end(),
                                      [&](const auto& named) { return out.value == named.zone; });
    if (is_known) return {};
    return forms::ReadError{"forms.error.choice", {}};
}

std::optional<forms::ReadError> read_field(const forms::Texts& texts, Colour& out)
{
    out.value = base::lower_ascii(first(texts));
    if (out.value.empty()) return forms::ReadError{"forms.error.required", {}};
    if (!out.value.starts_with('#')) out.value.insert(0, "#");
    if (base::oklch_of_hex(out.value)) return {};
    return forms::ReadError{"settings.error.colour", {}};
}

} // namespace settings
