#include "kernel/files/scanner.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/program.hpp"

#include <sys/wait.h>

#include <stdexcept>

namespace files
{
namespace
{

constexpr ProgramBounds bounds{.patience = std::chrono::seconds{60}, .output_bytes_max = 64'000};
constexpr int exit_infected = 1;

std::vector<std::string> words_of(const std::string& command)
{
    std::vector<std::string> words;
    for (auto& word : base::split(command, ' '))
        if (!word.empty()) words.push_back(std::move(word));
    return words;
}

} // namespace

Finding scan(const std::string& command, const std::filesystem::path& file)
{
    const auto ended = run_on_file(words_of(command), file, bounds);
    if (ended && WIFEXITED(ended->status)) {
        if (WEXITSTATUS(ended->status) == 0) return Finding::clean;
        if (WEXITSTATUS(ended->status) == exit_infected) return Finding::infected;
    }
    throw std::runtime_error("the scanner does not answer: " + command);
}

} // namespace files
