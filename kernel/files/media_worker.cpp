#include "kernel/files/media_worker.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/http/file_descriptor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

namespace files
{
namespace
{

constexpr std::size_t piece_bytes = 64 * 1024;

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

/// The worker, killed and waited for with its owner.
class Worker
{
  public:
    Worker(const std::filesystem::path& program, const std::filesystem::path& file, Task task)
    {
        const auto pipe = make_pipe();
        answer_ = pipe.reading;
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, file.c_str(), O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&actions, pipe.writing, STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        auto path = program.string();
        std::string word{forms::enum_name(task)};
        std::array<char*, 3> arguments{path.data(), word.data(), nullptr};
        std::array<char*, 1> environment{nullptr};
        const int error = ::posix_spawn(&process_, path.c_str(), &actions, nullptr,
                                        arguments.data(), environment.data());
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(pipe.writing);
        if (error == 0) return;
        ::close(answer_);
        throw std::system_error{error, std::generic_category(), "start " + path};
    }
    ~Worker()
    {
        ::close(answer_);
        if (is_over_) return;
        ::kill(process_, SIGKILL);
        wait();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Everything it says; nothing when it takes too long or says too much.
    std::optional<std::string> answer() const
    {
        const auto deadline = std::chrono::steady_clock::now() + media_patience;
        std::string bytes;
        while (bytes.size() <= media_answer_bytes_max) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                deadline - std::chrono::steady_clock::now());
            pollfd ready{answer_, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0)
                return {};
            std::array<char, piece_bytes> piece{};
            const auto got = ::read(answer_, piece.data(), piece.size());
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return {};
            if (got == 0) return bytes;
            bytes.append(piece.data(), static_cast<std::size_t>(got));
        }
        return {};
    }
    bool ended_well() { return wait() == 0; }

  private:
    int wait()
    {
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        is_over_ = true;
        return status;
    }

    pid_t process_ = 0;
    int answer_ = -1;
    bool is_over_ = false;
};

} // namespace

Judgement examine(const std::filesystem::path& program, const std::filesystem::path& file,
                  Task task)
{
    Worker worker{program, file, task};
    const auto answer = worker.answer();
    Judgement unreadable;
    unreadable.refusal = "unreadable";
    if (!answer || !worker.ended_well()) return unreadable;
    return read_answer(*answer, task);
}

} // namespace files
