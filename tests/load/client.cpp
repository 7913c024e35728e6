#include "tests/load/client.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <memory>
#include <stdexcept>

namespace load
{
namespace
{

using Clock = std::chrono::steady_clock;

constexpr int connections_max = 1'000;
constexpr std::size_t read_bytes = 64 * 1024;
constexpr std::size_t head_bytes_max = 64 * 1024;
constexpr int silence_max = 10'000; // ms

std::size_t content_length(std::string_view head)
{
    constexpr std::string_view name = "\r\nContent-Length: ";
    const auto at = head.find(name);
    if (at == std::string_view::npos) return 0;
    std::size_t length = 0;
    const auto digits = head.substr(at + name.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), length);
    return length;
}

int status_of(std::string_view head)
{
    int status = 0;
    constexpr std::size_t at = 9; // "HTTP/1.1 200"
    if (head.size() > at + 3) std::from_chars(head.data() + at, head.data() + at + 3, status);
    return status;
}

/// An epoll of its own, closed with it.
struct Poll {
    Poll() : number(::epoll_create1(EPOLL_CLOEXEC)) {}
    ~Poll() { ::close(number); }
    Poll(const Poll&) = delete;
    Poll& operator=(const Poll&) = delete;
    int number;
};

class Connection
{
  public:
    Connection(int socket, const std::string& request) : socket_(socket), request_(request) {}
    ~Connection() { ::close(socket_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    int socket() const { return socket_; }

    void ask()
    {
        asked_ = Clock::now();
        head_.clear();
        left_ = 0;
        in_body_ = false;
        has_first_byte_ = false;
        if (::send(socket_, request_.data(), request_.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request_.size()))
            throw std::runtime_error{"the server no longer takes requests"};
    }

    /// True when the answer is whole.
    bool receive(Answers& answers)
    {
        static std::array<char, read_bytes> buffer;
        const auto got = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (got <= 0) throw std::runtime_error{"the server closed a connection"};
        if (!has_first_byte_) {
            has_first_byte_ = true;
            const std::chrono::duration<double, std::milli> waited = Clock::now() - asked_;
            answers.first_byte_ms.push_back(waited.count());
        }
        answers.bytes += got;
        return take({buffer.data(), static_cast<std::size_t>(got)}, answers);
    }

  private:
    bool take(std::string_view bytes, Answers& answers)
    {
        if (!in_body_) {
            const auto before = head_.size();
            head_.append(bytes);
            const auto end = head_.find("\r\n\r\n", before < 3 ? 0 : before - 3);
            if (end == std::string::npos) {
                if (head_.size() > head_bytes_max) throw std::runtime_error{"an endless head"};
                return false;
            }
            in_body_ = true;
            bytes.remove_prefix(end + 4 - before);
            head_.resize(end);
            const int status = status_of(head_);
            ++answers.by_status[status];
            left_ = status == 304 ? 0 : content_length(head_);
        }
        if (bytes.size() > left_) throw std::runtime_error{"more bytes than announced"};
        left_ -= bytes.size();
        return left_ == 0;
    }

    int socket_;
    const std::string& request_;
    Clock::time_point asked_{};
    std::string head_;
    std::size_t left_ = 0;
    bool in_body_ = false;
    bool has_first_byte_ = false;
};

int connect_to(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    if (socket < 0 || ::connect(socket, generic, sizeof address) != 0)
        throw std::runtime_error{"no connection to port " + std::to_string(port)};
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

} // namespace

Answers visit(const Visits& visits)
{
    if (visits.connections > connections_max) throw std::logic_error{"too many connections"};
    const Poll poll;
    std::vector<std::unique_ptr<Connection>> connections;
    for (int n = 0; n < visits.connections; ++n) {
        auto& made = *connections.emplace_back(
            std::make_unique<Connection>(connect_to(visits.port), visits.request));
        epoll_event interest{.events = EPOLLIN, .data = {.ptr = &made}};
        ::epoll_ctl(poll.number, EPOLL_CTL_ADD, made.socket(), &interest);
    }

    Answers answers;
    const auto started = Clock::now();
    const auto end = started + visits.lasts;
    for (auto& connection : connections)
        connection->ask();
    auto busy = connections.size();
    std::array<epoll_event, 64> ready{};
    while (busy > 0) {
        const int found = ::epoll_wait(poll.number, ready.data(), ready.size(), silence_max);
        if (found <= 0) throw std::runtime_error{"the server stays silent"};
        for (int n = 0; n < found; ++n) {
            auto& connection =
                *static_cast<Connection*>(ready[static_cast<std::size_t>(n)].data.ptr);
            if (!connection.receive(answers)) continue;
            ++answers.count;
            if (Clock::now() < end)
                connection.ask();
            else
                --busy;
        }
    }
    answers.seconds = std::chrono::duration<double>(Clock::now() - started).count();
    return answers;
}

std::string get(const std::string& path, const std::vector<Header>& headers,
                const std::string& encodings)
{
    std::string request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" +
                          "User-Agent: etabli-bench\r\nAccept: text/html\r\n" +
                          "Accept-Encoding: " + encodings + "\r\n";
    for (const auto& header : headers)
        request += header.name + ": " + header.value + "\r\n";
    return request + "\r\n";
}

} // namespace load
