#include "modules/help/picture_parts.hpp"

#include "kernel/base/embedded.hpp"

namespace help
{
namespace
{

constexpr std::string_view stem = "web/dist/aide-";
constexpr std::string_view ending = ".webp";

/// "prendre" of "web/dist/aide-prendre.0123456789abcdef.webp", else empty.
std::string_view name_in(std::string_view path)
{
    if (!path.starts_with(stem) || !path.ends_with(ending)) return {};
    const auto rest = path.substr(stem.size());
    return rest.substr(0, rest.find('.'));
}

} // namespace

std::optional<html::Url> picture_url(std::string_view name)
{
    constexpr std::string_view folder = "web/dist/";
    for (const auto& file : base::embedded_assets())
        if (!name.empty() && name_in(file.path) == name)
            return html::checked_local("/assets/" + std::string{file.path.substr(folder.size())});
    return {};
}

std::vector<std::string_view> pictures()
{
    std::vector<std::string_view> names;
    for (const auto& file : base::embedded_assets())
        if (const auto name = name_in(file.path); !name.empty()) names.push_back(name);
    return names;
}

} // namespace help
