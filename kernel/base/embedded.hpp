#pragma once

#include <span>
#include <string_view>

namespace base
{

/// A file compiled into the binary. `path` is relative to the project
/// ("presets/chantier/preset.toml"), `bytes` lives as long as the process. The lists are sorted by
/// path (cmake/Embed.cmake).
struct EmbeddedFile {
    std::string_view path;
    std::string_view bytes;
};

/// `presets/**`, `**/i18n/*.toml`, `**/migrations/*.sql` and the built web assets.
std::span<const EmbeddedFile> embedded_presets();
std::span<const EmbeddedFile> embedded_translations();
std::span<const EmbeddedFile> embedded_migrations();
std::span<const EmbeddedFile> embedded_assets();

/// The file of that exact path, or nullptr.
const EmbeddedFile* find_embedded(std::span<const EmbeddedFile> files, std::string_view path);

} // namespace base
