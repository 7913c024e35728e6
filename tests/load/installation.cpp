#include "tests/load/installation.hpp"

#include "tests/load/client.hpp"
#include "tests/support/postgres_template.hpp"
#include "tests/support/raw_client.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <thread>

namespace load
{
namespace
{

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto start_max = 30s;
constexpr auto stop_max = 10s;
constexpr auto command_max = 10min;
constexpr auto pause = 10ms;
constexpr std::size_t last_words_max = 2'000; // bytes of a failed command's log

/// Free a moment ago; nobody else on the loopback address is expected to take it meanwhile.
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

std::filesystem::path binary_under_test()
{
    if (const auto* named = std::getenv("ETABLI_TEST_BINARY")) return named;
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "etabli";
}

struct Streams {
    std::filesystem::path output;
    std::filesystem::path log;
};

pid_t spawn(const std::filesystem::path& binary, const std::vector<std::string>& words,
            std::vector<std::string> environment, const Streams& streams)
{
    std::vector<std::string> arguments{binary.string()};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const auto pointers = [](std::vector<std::string>& texts) {
        std::vector<char*> all;
        for (auto& text : texts)
            all.push_back(text.data());
        all.push_back(nullptr);
        return all;
    };
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    constexpr mode_t mode = 0600;
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, streams.output.c_str(), flags, mode);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, streams.log.c_str(), flags, mode);
    pid_t process = 0;
    const int failed = ::posix_spawn(&process, binary.c_str(), &actions, nullptr,
                                     pointers(arguments).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error{"cannot start " + binary.string()};
    return process;
}

/// The exit status, or nothing when the process still runs at the end.
std::optional<int> wait_until(pid_t process, Clock::time_point end)
{
    int status = 0;
    while (::waitpid(process, &status, WNOHANG) == 0) {
        if (Clock::now() > end) return {};
        std::this_thread::sleep_for(pause);
    }
    return status;
}

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

bool is_ready(std::uint16_t port)
{
    try {
        test_support::RawClient client{port};
        client.send(get("/readyz"));
        const auto answer = client.read();
        return answer && answer->status == 200;
    } catch (const std::runtime_error&) {
        return false;
    }
}

} // namespace

DiskFolder::DiskFolder()
{
    auto name = (std::filesystem::temp_directory_path() / "etabli-bench.XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"cannot make " + name};
    path_ = name;
}

DiskFolder::~DiskFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Server::~Server()
{
    ::kill(process_, SIGTERM);
    if (wait_until(process_, Clock::now() + stop_max)) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

std::chrono::nanoseconds Server::cpu() const
{
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(process_, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        throw std::runtime_error{"the server has ended"};
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

double Server::resident_mb() const
{
    constexpr double bytes_of_mb = 1'000'000;
    std::ifstream file{"/proc/" + std::to_string(process_) + "/statm"};
    double size = 0;
    double resident = 0;
    if (!(file >> size >> resident)) throw std::runtime_error{"the server has ended"};
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / bytes_of_mb;
}

Installation::Installation(db::Engine engine) : binary_(binary_under_test()), engine_(engine)
{
    if (engine_ == db::Engine::Postgres)
        postgres_url_ = test_support::empty_postgres_database().url;
    run({"migrate"});
}

Installation::~Installation()
{
    if (!postgres_url_.empty()) test_support::drop_database(postgres_url_);
}

std::vector<std::string> Installation::environment(std::uint16_t port) const
{
    const auto address = "127.0.0.1:" + std::to_string(port);
    std::vector<std::string> all{
        "PATH=/usr/bin:/bin",       "ETABLI_DATA=" + folder_.path().string(),
        "ETABLI_LISTEN=" + address, "ETABLI_BASE_URL=http://localhost:" + std::to_string(port),
        "ETABLI_MODE=test",         "ETABLI_LIMITS=off",
        "ETABLI_LOG_LEVEL=warn"};
    if (!postgres_url_.empty()) all.push_back("ETABLI_DATABASE_URL=" + postgres_url_);
    return all;
}

std::string Installation::run(const std::vector<std::string>& words) const
{
    const Streams streams{folder_.path() / "output", folder_.path() / "log"};
    const auto process = spawn(binary_, words, environment(free_port()), streams);
    const auto status = wait_until(process, Clock::now() + command_max);
    if (!status) {
        ::kill(process, SIGKILL);
        ::waitpid(process, nullptr, 0);
    }
    if (status != 0)
        throw std::runtime_error{"etabli " + words.front() +
                                 " failed: " + text_of(streams.log).substr(0, last_words_max)};
    return text_of(streams.output);
}

std::unique_ptr<Server> Installation::launch() const
{
    const auto port = free_port();
    const Streams streams{folder_.path() / "serve.output", folder_.path() / "serve.log"};
    return std::make_unique<Server>(spawn(binary_, {"serve"}, environment(port), streams), port);
}

std::unique_ptr<Server> Installation::start() const
{
    auto server = launch();
    const auto end = Clock::now() + start_max;
    while (!is_ready(server->port())) {
        if (Clock::now() > end)
            throw std::runtime_error{"the server did not start: " +
                                     text_of(folder_.path() / "serve.log")};
        std::this_thread::sleep_for(pause);
    }
    return server;
}

} // namespace load
