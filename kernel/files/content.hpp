#pragma once

#include "kernel/files/files.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace files
{

/// What a file is, by its bytes.
struct Content {
    std::string type; ///< "image/jpeg"
    Kind kind = Kind::document;
    std::vector<std::string> extensions; ///< that a name of this type may end with; the first is
                                         ///< the usual one
};

/// Decides by content, never by name. Accepted: JPEG, PNG, WebP, HEIC, GIF; MP4, MOV, WebM; PDF,
/// text and CSV in UTF-8 or Windows-1252, office documents (OOXML without macros, ODF).
/// Throws base::Refusal « files.refusal.… »: program, svg, page (HTML), archive, polyglot (two
/// formats in one), macros, empty, or type for anything else. Throws std::system_error when it
/// cannot be read.
Content content_of(const std::filesystem::path& file);

} // namespace files
