// Hundreds of clients that send or read a few bytes at a time: all are cut in time, the memory
// they hold is bounded, and meanwhile an honest one is answered at once.

#include "kernel/http/server.hpp"
#include "tests/faults/checks.hpp"
#include "tests/support/database.hpp"
#include "tests/support/raw_client.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>
#include <vector>

namespace
{

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int clients_of_a_kind = 200;
constexpr auto deadline = 1'000ms; // of a head, and without progress
constexpr auto pause_between_bytes = 50ms;
constexpr auto all_cut_within = 6s;
constexpr auto honest_pause = 20ms;
constexpr auto honest_wait_max = 1s;
constexpr std::size_t page_bytes = 300'000;
constexpr std::size_t file_bytes = 64'000'000;
constexpr std::size_t bytes_at_a_time = 10; // 200 a second, below what is asked of a client
/// The pages themselves, a block of each file, and 70 kB a connection for both of its ends.
constexpr double memory_max_mb = 60 + 26 + 56;
/// 400 readers of 256 kB, and what their own side has received.
constexpr double kernel_max_mb = 300;

const std::string get_page = "GET /page HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string get_file = "GET /file HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string endless_head = "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(4'000, 'x');
const std::string endless_body =
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n" + std::string(5'000, 'x');

/// One client that takes its time.
class SlowClient
{
  public:
    /// `at_once` bytes of `words` first, the others one by one; then it reads as slowly.
    SlowClient(std::uint16_t port, std::string_view words, std::size_t at_once)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), words_(words)
    {
        const int small = 4'096; // a larger window would read ahead
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const auto* generic = reinterpret_cast<const sockaddr*>(&address);
        if (::connect(socket_, generic, sizeof address) != 0)
            throw std::runtime_error{"no connection"};
        ::fcntl(socket_, F_SETFL, O_NONBLOCK);
        say(at_once);
    }
    ~SlowClient() { ::close(socket_); }
    SlowClient(const SlowClient&) = delete;
    SlowClient& operator=(const SlowClient&) = delete;

    bool is_cut() const { return is_cut_; }
    void take_a_step()
    {
        if (is_cut_) return;
        if (!words_.empty()) say(1);
        std::array<char, bytes_at_a_time> few{};
        const auto got = ::recv(socket_, few.data(), few.size(), 0);
        is_cut_ = is_cut_ || got == 0 || (got < 0 && errno != EAGAIN);
    }

  private:
    void say(std::size_t count)
    {
        const auto part = words_.substr(0, count);
        const auto sent = ::send(socket_, part.data(), part.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN) is_cut_ = true;
        if (sent > 0) words_.remove_prefix(static_cast<std::size_t>(sent));
    }

    int socket_;
    std::string_view words_;
    bool is_cut_ = false; ///< nothing more comes, or nothing more is taken
};

double resident_mb()
{
    double size = 0;
    double resident = 0;
    std::ifstream{"/proc/self/statm"} >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// What the kernel holds for the machine's TCP connections: what was sent and not read, above all.
double kernel_mb()
{
    std::ifstream sockets{"/proc/net/sockstat"};
    for (std::string word; sockets >> word;) {
        if (word != "TCP:") continue;
        for (std::string name; sockets >> name && name != "mem";)
            sockets >> word;
        double pages = 0;
        sockets >> pages;
        return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
    }
    return 0;
}

/// Somebody who asks for a page again and again; how long he waited at most.
class HonestClient
{
  public:
    explicit HonestClient(std::uint16_t port)
        : thread_([this, port](const std::stop_token& stop) {
              while (!stop.stop_requested()) {
                  const auto since = Clock::now();
                  test_support::RawClient client{port};
                  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                  const auto answer = client.read();
                  if (!answer || answer->status != 200) ++refused_;
                  longest_ = std::max(longest_, Clock::now() - since);
                  ++asked_;
                  std::this_thread::sleep_for(honest_pause);
              }
          })
    {
    }
    void end() { thread_ = {}; }
    int asked() const { return asked_; }
    int refused() const { return refused_; }
    std::chrono::milliseconds longest() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(longest_);
    }

  private:
    int asked_ = 0;
    int refused_ = 0;
    Clock::duration longest_{};
    std::jthread thread_; ///< first to go
};

http::Response answer(const http::Request& request, const std::filesystem::path& file)
{
    http::Response response = http::Response::text("ok");
    if (request.path == "/page") response.body.assign(page_bytes, 'p');
    if (request.path == "/file") response.file = {.path = file, .size = file_bytes};
    return response;
}

std::vector<std::unique_ptr<SlowClient>> attack(std::uint16_t port)
{
    std::vector<std::unique_ptr<SlowClient>> clients;
    for (int n = 0; n < clients_of_a_kind; ++n) {
        clients.push_back(std::make_unique<SlowClient>(port, endless_head, 20));
        clients.push_back(std::make_unique<SlowClient>(port, endless_body, 60));
        clients.push_back(std::make_unique<SlowClient>(port, get_page, get_page.size()));
        clients.push_back(std::make_unique<SlowClient>(port, get_file, get_file.size()));
    }
    return clients;
}

struct Figures {
    double memory_mb = 0; ///< at most, above what it was before
    double kernel_mb = 0; ///< the same, of the kernel for connections
    std::chrono::milliseconds last_cut{};
};

Figures take_time(const http::Server& server,
                  const std::vector<std::unique_ptr<SlowClient>>& clients, const Figures& before)
{
    Figures figures;
    const auto since = Clock::now();
    while (Clock::now() - since < all_cut_within && server.statistics().connections_open > 1) {
        for (const auto& client : clients)
            client->take_a_step();
        figures.memory_mb = std::max(figures.memory_mb, resident_mb() - before.memory_mb);
        figures.kernel_mb = std::max(figures.kernel_mb, kernel_mb() - before.kernel_mb);
        std::this_thread::sleep_for(pause_between_bytes);
    }
    figures.last_cut = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since);
    return figures;
}

/// Nobody is connected any more, or soon.
bool is_alone(const http::Server& server)
{
    const auto end = Clock::now() + 1s;
    while (server.statistics().connections_open > 0 && Clock::now() < end)
        std::this_thread::sleep_for(10ms);
    return server.statistics().connections_open == 0;
}

} // namespace

int main()
{
    const test_support::TemporaryFolder folder;
    const auto file = folder.path() / "large";
    std::ofstream{file} << "";
    std::filesystem::resize_file(file, file_bytes);
    http::Server server{{.listen = "127.0.0.1:0",
                         .workers = 2,
                         .queue_max = 4 * clients_of_a_kind,
                         .idle_timeout = deadline,
                         .header_timeout = deadline,
                         .body_stall_timeout = deadline,
                         .write_stall_timeout = deadline,
                         .temporary_folder = folder.path()},
                        [&](http::Request& request) { return answer(request, file); }};
    server.start();
    faults::Checks checks;
    const Figures before{.memory_mb = resident_mb(), .kernel_mb = kernel_mb(), .last_cut = {}};
    HonestClient honest{server.port()};
    const auto clients = attack(server.port());
    const auto figures = take_time(server, clients, before);
    honest.end();
    checks.that(is_alone(server), "a slow client holds its connection");
    checks.that(figures.memory_mb < memory_max_mb,
                "memory grew by " + std::to_string(figures.memory_mb) + " MB");
    checks.that(figures.kernel_mb < kernel_max_mb,
                "the kernel's memory grew by " + std::to_string(figures.kernel_mb) + " MB");
    checks.that(honest.asked() > 10 && honest.refused() == 0, "an honest client was refused");
    checks.that(honest.longest() < honest_wait_max,
                "an honest client waited " + std::to_string(honest.longest().count()) + " ms");
    std::cout << clients.size() << " slow clients of 4 kinds: the last was cut after "
              << figures.last_cut.count() << " ms, " << figures.memory_mb << " MB held at most, "
              << figures.kernel_mb << " MB by the kernel; an honest client was answered "
              << honest.asked() << " times, after " << honest.longest().count() << " ms at most\n";
    return checks.report();
}
