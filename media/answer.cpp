#include "media/answer.hpp"

#include <unistd.h>

#include <cerrno>

namespace media
{
namespace
{

void write_all(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) ::_exit(2);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace

void say(std::string_view line)
{
    write_all(std::string{line} + "\n");
}

void say_copy(std::string_view variant, int width, int height, std::string_view bytes)
{
    say("copy " + std::string{variant} + " " + std::to_string(width) + " " +
        std::to_string(height) + " " + std::to_string(bytes.size()));
    write_all(bytes);
    write_all("\n");
}

void say_enclosed(std::string_view name, std::string_view bytes)
{
    say("enclosed " + std::to_string(name.size()) + " " + std::to_string(bytes.size()));
    write_all(name);
    write_all(bytes);
    write_all("\n");
}

void refuse(std::string_view reason, std::int64_t value)
{
    say("refused " + std::string{reason} + " " + std::to_string(value));
    say("end");
    ::_exit(0);
}

} // namespace media
