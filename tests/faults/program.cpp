#include "tests/faults/program.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace faults
{

namespace
{

using namespace std::chrono_literals;

constexpr auto life_max = 60s;
constexpr auto look_every = 5ms;
constexpr std::size_t last_words_max = 2'000; // bytes

std::vector<char*> pointers(Words& texts)
{
    std::vector<char*> all;
    for (auto& text : texts)
        all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

[[noreturn]] void become(Words words, Words environment, const std::filesystem::path& log)
{
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    ::execve(words.front().c_str(), pointers(words).data(), pointers(environment).data());
    ::_exit(127);
}

} // namespace

std::filesystem::path product()
{
    if (const auto* named = std::getenv("ETABLI_TEST_BINARY")) return named;
    const auto here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    return here.parent_path().parent_path() / "etabli";
}

Program::Program(Words words, const Environment& environment, std::filesystem::path log)
    : log_(std::move(log))
{
    if (!std::filesystem::exists(words.front()))
        throw std::runtime_error{words.front() + " is not built"};
    Words all{"PATH=/usr/bin:/bin:/usr/sbin:/sbin", "ETABLI_MODE=test"};
    for (const auto& [name, value] : environment)
        all.push_back(name + "=" + value);
    process_ = ::fork();
    if (process_ == 0) become(std::move(words), std::move(all), log_);
    if (process_ < 0) throw std::runtime_error{"no more processes"};
}

Program::~Program()
{
    if (!is_running()) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

bool Program::is_running()
{
    if (has_ended_) return false;
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == 0) return true;
    has_ended_ = true;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return false;
}

int Program::wait()
{
    const auto end = std::chrono::steady_clock::now() + life_max;
    while (is_running() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(look_every);
    return code_;
}

std::string Program::last_words() const
{
    std::ifstream file{log_};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    return text.size() > last_words_max ? text.substr(text.size() - last_words_max) : text;
}

std::uint16_t free_port()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    const bool is_bound =
        ::bind(socket, generic, size) == 0 && ::getsockname(socket, generic, &size) == 0;
    ::close(socket);
    if (!is_bound) throw std::runtime_error{"no free port"};
    return ntohs(address.sin_port);
}

} // namespace faults
