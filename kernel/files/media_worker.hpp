#pragma once

#include "kernel/files/files.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace files
{

/// What etabli-media is asked for.
enum class Task { image, video, logo };
BOOST_DESCRIBE_ENUM(Task, image, video, logo)

/// A copy made by etabli-media.
struct Copy {
    Variant variant = Variant::thumbnail;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::string bytes; ///< WebP; of a logo PNG
};

/// What etabli-media found.
struct Judgement {
    std::string refusal;    ///< "long", "pixels", "unreadable", "infected"; empty = accepted
    std::int64_t value = 0; ///< milliseconds or pixels
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::int64_t duration_ms = 0;
    std::vector<Copy> copies;
};

inline constexpr std::chrono::seconds media_patience{45};
inline constexpr std::size_t media_answer_bytes_max = 32 * 1024 * 1024;

/// Runs the program on one file and waits, at most media_patience: killed beyond, or when it breaks
/// its own bounds; both count as « unreadable ». Throws std::system_error when it cannot be
/// started.
Judgement examine(const std::filesystem::path& program, const std::filesystem::path& file,
                  Task task);

/// What the bytes of the answer say (media/answer.hpp); « unreadable » for anything malformed.
Judgement read_answer(std::string_view answer, Task task);

} // namespace files
