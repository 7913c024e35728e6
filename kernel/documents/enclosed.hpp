#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace documents
{

/// A file that travels inside a PDF. Any bytes, in both.
struct Enclosed {
    std::string name; ///< as the PDF says it: at most enclosed_name_bytes_max
    std::string bytes;
};
inline constexpr std::size_t enclosed_max = 20;
inline constexpr std::size_t enclosed_bytes_max = 5'000'000; ///< of one, unpacked
inline constexpr std::size_t enclosed_name_bytes_max = 255;

/// The files inside a PDF that came from outside, opened by etabli-media in a process that can do
/// nothing else, and for at most 20 s: larger ones, and those that cannot be unpacked, are left
/// out. Nothing when it is no PDF that opens without a password. Throws std::system_error when the
/// program cannot be started.
std::optional<std::vector<Enclosed>> enclosed_in(const std::filesystem::path& program,
                                                 const std::filesystem::path& pdf);

/// What the bytes of the answer say (media/answer.hpp); nothing for anything malformed.
std::optional<std::vector<Enclosed>> read_enclosed(std::string_view answer);

} // namespace documents
