#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What etabli-media says on its standard output, read by kernel/files/media_answer.cpp and, of a
/// paper, by kernel/documents/enclosed_answer.cpp:
///
///     size 4032 3024
///     duration 9040
///     refused long 12000
///     copy thumbnail 400 300 8123
///     <8123 bytes>
///     enclosed 12 16384
///     <12 bytes: the name of the file><16384 bytes>
///     end
namespace media
{

void say(std::string_view line);
void say_copy(std::string_view variant, int width, int height, std::string_view bytes);
void say_enclosed(std::string_view name, std::string_view bytes);
/// Says why, then ends the process with success: the answer is complete.
[[noreturn]] void refuse(std::string_view reason, std::int64_t value = 0);

} // namespace media
