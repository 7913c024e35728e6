#include "kernel/html/ui/assets.hpp"

#include <algorithm>
#include <stdexcept>

namespace ui
{

namespace
{

constexpr std::string_view folder = "web/dist/";

Assets& installed()
{
    static Assets assets;
    return assets;
}

/// web/dist/app.0123456789abcdef.css for stem "app.", ending ".css".
html::Url built(std::span<const base::EmbeddedFile> files, std::string_view stem,
                std::string_view ending)
{
    const auto found = std::ranges::find_if(files, [&](const base::EmbeddedFile& file) {
        return file.path.starts_with(folder) && file.path.substr(folder.size()).starts_with(stem) &&
               file.path.ends_with(ending);
    });
    if (found == files.end())
        throw std::runtime_error("no embedded asset " + std::string{stem} + std::string{ending});
    return html::checked_local("/assets/" + std::string{found->path.substr(folder.size())});
}

std::string quoted_hash(std::span<const base::EmbeddedFile> files)
{
    const auto found = std::ranges::find(files, "web/dist/csp.json", &base::EmbeddedFile::path);
    if (found == files.end()) throw std::runtime_error("no embedded asset csp.json");
    const auto begin = found->bytes.find("sha256-");
    const auto end = found->bytes.find('"', begin);
    if (begin == std::string_view::npos || end == std::string_view::npos)
        throw std::runtime_error("csp.json holds no hash");
    return std::string{found->bytes.substr(begin, end - begin)};
}

} // namespace

void use_assets(std::span<const base::EmbeddedFile> files)
{
    installed() = Assets{.stylesheet = built(files, "app.", ".css"),
                         .sale_document_stylesheet = built(files, "sale_document.", ".css"),
                         .script = built(files, "app.", ".js"),
                         .sprite = built(files, "sprite.", ".svg"),
                         .font = built(files, "inter.", ".woff2"),
                         .favicon = built(files, "favicon.", ".svg"),
                         .logo = built(files, "logo.", ".svg"),
                         .licences = built(files, "licences.", ".txt"),
                         .turbo_style = quoted_hash(files)};
}

const Assets& assets()
{
    return installed();
}

} // namespace ui
