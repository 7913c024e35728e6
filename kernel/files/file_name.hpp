#pragma once

#include "kernel/files/content.hpp"

#include <string>
#include <string_view>

namespace files
{

inline constexpr std::size_t name_length_max = 120; ///< code points, extension included
/// A copy of the file on a disk has this name after a number: file systems take 255 bytes.
inline constexpr std::size_t name_bytes_max = 200;

/// A name to show and to download under. Never a path: stored bytes do not carry it. Separators in
/// any script or encoding, control and direction marks, and what Windows refuses become « _ »; the
/// last part alone is kept; the extension is one of the content's (« facture.exe » that is a PDF
/// becomes « facture.exe.pdf »). Never empty.
std::string clean_name(std::string_view sent, const Content& content);
/// The same for a file that is refused: nothing is known of its content.
std::string clean_name(std::string_view sent);

} // namespace files
