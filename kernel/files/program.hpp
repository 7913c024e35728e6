#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace files
{

struct ProgramBounds {
    std::chrono::seconds patience{45};
    std::size_t output_bytes_max = 32UL * 1024 * 1024;
};

/// What a program said on its standard output, and how it ended (as wait(2) says; 0 = well).
struct ProgramEnd {
    int status = 0;
    std::string output;
};

/// Runs a program that reads the file on its standard input, with an empty environment. Killed, and
/// nothing returned, when it takes too long or says too much. Throws std::system_error when it
/// cannot be started.
std::optional<ProgramEnd> run_on_file(std::vector<std::string> command,
                                      const std::filesystem::path& file,
                                      const ProgramBounds& bounds);

} // namespace files
