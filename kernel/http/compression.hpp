#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace http
{

inline constexpr std::size_t compressed_bytes_min = 1024; ///< shorter bodies fit one packet anyway

enum class Coding { Identity, Gzip, Brotli };

/// As in Content-Encoding: "br", "gzip", empty for Identity.
std::string_view name(Coding coding);

/// The best coding an Accept-Encoding allows: the higher weight, Brotli when equal.
Coding choose_coding(std::string_view accept_encoding);

/// Text of any kind, JSON, XML, JavaScript, SVG; nothing already compressed.
bool is_compressible(std::string_view content_type);

/// Quality 4 for Brotli and 6 for gzip: an answer is compressed once per request.
std::string compress(std::string_view bytes, Coding coding);

} // namespace http
