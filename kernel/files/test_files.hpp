#pragma once

#include "tests/support/database.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Files made for tests: small ones by hand, pictures and videos by ffmpeg and vips.
namespace test_files
{

inline std::filesystem::path write(const test_support::TemporaryFolder& folder,
                                   std::string_view name, std::string_view bytes)
{
    const auto path = folder.path() / name;
    std::ofstream out{path, std::ios::binary};
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

inline std::string read(const std::filesystem::path& path)
{
    std::ostringstream out;
    out << std::ifstream{path, std::ios::binary}.rdbuf();
    return out.str();
}

/// One grey pixel.
inline std::string png()
{
    using namespace std::string_view_literals;
    return std::string{
        "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55"
        "\0\0\0\x0aIDAT\x08\xd7\x63\x68\0\0\0\x82\0\x81\xdd\x43\x6a\xf4"
        "\0\0\0\0IEND\xae\x42\x60\x82"sv};
}

/// A zip of stored, empty entries with these names.
inline std::string zip(const std::vector<std::string>& names, std::uint32_t unpacked = 0)
{
    const auto number = [](std::uint64_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>((value >> (8 * i)) & 0xff);
        return out;
    };
    std::string entries;
    std::string directory;
    for (const auto& name : names) {
        const auto at = entries.size();
        entries +=
            "PK\x03\x04" + std::string(22, '\0') + number(name.size(), 2) + number(0, 2) + name;
        directory += "PK\x01\x02" + std::string(20, '\0') + number(unpacked, 4) +
                     number(name.size(), 2) + std::string(12, '\0') + number(at, 4) + name;
    }
    return entries + directory + "PK\x05\x06" + std::string(4, '\0') + number(names.size(), 2) +
           number(names.size(), 2) + number(directory.size(), 4) + number(entries.size(), 4) +
           number(0, 2);
}

/// Runs a program of the machine, without a word: ffmpeg, vips.
inline void run(std::vector<std::string> command)
{
    std::vector<char*> words;
    for (auto& word : command)
        words.push_back(word.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t silence;
    posix_spawn_file_actions_init(&silence);
    for (const int output : {1, 2})
        posix_spawn_file_actions_addopen(&silence, output, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    const int error = posix_spawnp(&process, words[0], &silence, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&silence);
    int status = -1;
    if (error == 0) waitpid(process, &status, 0);
    if (status != 0) throw std::runtime_error("this test needs " + command[0]);
}

} // namespace test_files
