#include "media/jpeg.hpp"

#include <unistd.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace media
{
namespace
{

constexpr std::size_t piece_bytes = 256UL * 1024;
constexpr unsigned char end_of_image = 0xd9;

std::string standard_input()
{
    std::string bytes;
    for (;;) {
        const auto at = bytes.size();
        bytes.resize(at + piece_bytes);
        const auto got = ::pread(STDIN_FILENO, &bytes[at], piece_bytes, static_cast<off_t>(at));
        bytes.resize(at + static_cast<std::size_t>(got > 0 ? got : 0));
        if (got <= 0) return bytes;
    }
}

/// Stuffed bytes, restarts and fillers: what stands alone in the middle of the picture.
bool has_no_length(unsigned char marker)
{
    return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/// Segment by segment, so that the end of a thumbnail inside is not taken for the end.
bool reaches_its_end(std::string_view bytes)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    for (std::size_t at = 2; at + 1 < bytes.size();) {
        const auto marker = byte(at + 1);
        if (byte(at) != 0xff || marker == 0xff) {
            ++at;
        } else if (marker == end_of_image) {
            return true;
        } else if (has_no_length(marker)) {
            at += 2;
        } else {
            if (at + 3 >= bytes.size()) return false;
            at += 2U + (std::size_t{byte(at + 2)} << 8U | byte(at + 3));
        }
    }
    return false;
}

} // namespace

bool is_cut_jpeg()
{
    const auto bytes = standard_input();
    return bytes.starts_with("\xff\xd8\xff") && !reaches_its_end(bytes);
}

} // namespace media
