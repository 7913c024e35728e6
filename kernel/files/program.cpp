#include "kernel/files/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace files
{
namespace
{

constexpr std::size_t piece_bytes = 64UL * 1024;

struct Pipe {
    int reading = -1;
    int writing = -1;
};

Pipe make_pipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error{errno, std::generic_category(), "pipe"};
    return {ends[0], ends[1]};
}

/// Killed and waited for with its owner.
class Child
{
  public:
    Child(std::vector<std::string>& command, const std::filesystem::path& file)
    {
        const auto pipe = make_pipe();
        output_ = pipe.reading;
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, file.c_str(), O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&actions, pipe.writing, STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::vector<char*> arguments;
        for (auto& word : command)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        std::array<char*, 1> environment{nullptr};
        const int error = ::posix_spawn(&process_, arguments.front(), &actions, nullptr,
                                        arguments.data(), environment.data());
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(pipe.writing);
        if (error == 0) return;
        ::close(output_);
        throw std::system_error{error, std::generic_category(), "start " + command.front()};
    }
    ~Child()
    {
        ::close(output_);
        if (is_over_) return;
        ::kill(process_, SIGKILL);
        wait();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Everything it says; nothing when it takes too long or says too much.
    std::optional<std::string> output(const ProgramBounds& bounds) const
    {
        const auto deadline = std::chrono::steady_clock::now() + bounds.patience;
        std::string bytes;
        while (bytes.size() <= bounds.output_bytes_max) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                deadline - std::chrono::steady_clock::now());
            pollfd ready{output_, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0)
                return {};
            std::array<char, piece_bytes> piece{};
            const auto got = ::read(output_, piece.data(), piece.size());
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return {};
            if (got == 0) return bytes;
            bytes.append(piece.data(), static_cast<std::size_t>(got));
        }
        return {};
    }
    int wait()
    {
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        is_over_ = true;
        return status;
    }

  private:
    pid_t process_ = 0;
    int output_ = -1;
    bool is_over_ = false;
};

} // namespace

std::optional<ProgramEnd> run_on_file(std::vector<std::string> command,
                                      const std::filesystem::path& file,
                                      const ProgramBounds& bounds)
{
    Child child{command, file};
    auto output = child.output(bounds);
    if (!output) return {};
    return ProgramEnd{.status = child.wait(), .output = *std::move(output)};
}

} // namespace files
