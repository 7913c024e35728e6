#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base
{

/// Text is UTF-8 everywhere. Lengths count code points unless a name says bytes.
bool is_valid_utf8(std::string_view text);
std::size_t code_points(std::string_view text);
/// First `limit` code points; adds « … » when something was cut.
std::string shorten(std::string_view text, std::size_t limit);
/// Without spaces at both ends (Unicode White_Space and zero-width ones).
std::string trim(std::string_view text);
/// NFC, CRLF → LF, control characters other than LF and TAB removed. What a form field keeps.
std::string normalise(std::string_view text);
/// Search and sort key: NFKC case-folded, accents dropped, œ → oe, punctuation → single space.
/// Same result on every machine and engine (ICU).
std::string fold(std::string_view text);
std::string lower_ascii(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
std::string replace_all(std::string text, std::string_view from, std::string_view to);
/// Up to two letters for an avatar: "Yann Tanguy" → "YT".
std::string initials(std::string_view name);

std::string hex(std::string_view bytes);
std::optional<std::string> unhex(std::string_view digits);
/// RFC 4648 §5 without padding.
std::string base64url(std::string_view bytes);
std::optional<std::string> unbase64url(std::string_view text);
/// RFC 4648 §4 with padding.
std::string base64(std::string_view bytes);
std::optional<std::string> unbase64(std::string_view text);
/// RFC 4648 base32 without padding, upper case.
std::string base32(std::string_view bytes);

/// SHA-256 as 32 raw bytes.
std::string sha256(std::string_view bytes);
/// FNV-1a, stable across runs and machines: hues of avatars, shards. Not for security.
std::uint64_t stable_hash(std::string_view bytes);
/// Ten times as fast on a page, and may change with any release: compare what this program made.
/// Never stored, never for security.
std::uint64_t quick_hash(std::string_view bytes);
/// `count` bytes of the system's random source.
std::string random_bytes(std::size_t count);
/// Unbiased in [0, bound).
std::uint32_t random_below(std::uint32_t bound);
/// Compares in time independent of the contents.
bool equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace base
