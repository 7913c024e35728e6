#include "tests/load/client.hpp"
#include "tests/load/figure.hpp"
#include "tests/load/measures.hpp"
#include "tests/load/ticket_desk.hpp"

#include <arpa/inet.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <thread>
#include <unordered_set>

namespace load
{
namespace
{

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::int64_t tickets = 10'000;
constexpr int idle_streams = 10'000;
constexpr int open_pages = 1'000;
constexpr int changes = 20;
constexpr int crowd_of_a_ticket = 200;
constexpr int silence_max = 10'000; // ms
constexpr std::size_t kept_bytes = 4'096;

double ms_since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

void allow_many_sockets()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::string between(const std::string& text, const std::string& begin, char end)
{
    const auto at = text.find(begin);
    if (at == std::string::npos) throw std::runtime_error{"the page has no " + begin};
    const auto from = at + begin.size();
    return text.substr(from, text.find(end, from) - from);
}

/// A socket that sent one request and hears what comes.
class Line
{
  public:
    Line(std::uint16_t port, const std::string& request)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const auto* generic = reinterpret_cast<const sockaddr*>(&address);
        if (socket_ < 0 || ::connect(socket_, generic, sizeof address) != 0)
            throw std::runtime_error{"no more connections"};
        ask(request);
    }
    ~Line() { ::close(socket_); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    int socket() const { return socket_; }
    void ask(const std::string& request)
    {
        heard_.clear();
        if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) < 0)
            throw std::runtime_error{"the server no longer takes requests"};
    }
    /// Whether `words` are in the last bytes heard, these included.
    bool hears(std::string_view words)
    {
        static std::array<char, 256 * 1024> buffer;
        const auto got = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (got <= 0) throw std::runtime_error{"the server ended a stream: " + heard_};
        heard_.append(buffer.data(), static_cast<std::size_t>(got));
        if (heard_.find(words) != std::string::npos) {
            heard_.clear();
            return true;
        }
        if (heard_.size() > kept_bytes) heard_.erase(0, heard_.size() - kept_bytes);
        return false;
    }

  private:
    int socket_;
    std::string heard_;
};

/// Many lines, and when each heard what it waits for.
class Lines
{
  public:
    Lines() : poll_(::epoll_create1(EPOLL_CLOEXEC)) {}
    ~Lines() { ::close(poll_); }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    Line& add(std::uint16_t port, const std::string& request)
    {
        auto& line = *lines_.emplace_back(std::make_unique<Line>(port, request));
        epoll_event interest{.events = EPOLLIN, .data = {.ptr = &line}};
        ::epoll_ctl(poll_, EPOLL_CTL_ADD, line.socket(), &interest);
        return line;
    }
    /// Calls `heard` for each line that hears `words`, once, until `count` have.
    template <class Heard>
    void wait(std::size_t count, std::string_view words, Heard&& heard)
    {
        std::array<epoll_event, 256> ready{};
        std::unordered_set<const Line*> done; // one may be told again before the others are
        while (done.size() < count) {
            const int found = ::epoll_wait(poll_, ready.data(), ready.size(), silence_max);
            if (found <= 0) throw std::runtime_error{"some streams stay silent"};
            for (std::size_t n = 0; n < static_cast<std::size_t>(found); ++n) {
                auto& line = *static_cast<Line*>(ready[n].data.ptr);
                if (line.hears(words) && done.insert(&line).second) heard(line);
            }
        }
    }

  private:
    int poll_;
    std::vector<std::unique_ptr<Line>> lines_;
};

std::string stream_request(const std::string& token, const std::string& cookie)
{
    return get("/flux?jetons=" + token, {{"Cookie", cookie}});
}

void open_streams(Lines& streams, const Server& server, const std::string& token,
                  const std::vector<std::string>& cookies, int count)
{
    for (int n = 0; n < count; ++n) {
        streams.add(server.port(), stream_request(token, cookies[static_cast<std::size_t>(n)]));
        streams.wait(1, "event: hello", [](const Line&) {});
    }
}

/// A reply of the team to the newest ticket, as its page would send it.
std::string reply_request(const TicketDesk& desk, const Server& server, int number)
{
    test_support::RawClient client{server.port()};
    client.send(desk.ticket_request(server));
    const auto page = client.read();
    if (!page) throw std::runtime_error{"no ticket to reply to"};
    const auto folder = "/e/" + desk.slug() + "/tickets/";
    const auto composer = page->body.find("id=\"composer-reply\"");
    if (composer == std::string::npos) throw std::runtime_error{"no composer to reply with"};
    const auto form = page->body.substr(page->body.rfind("<form", composer));
    const auto action = folder + between(form, "action=\"" + folder, '"');
    const auto body = "_csrf=" + between(form, "name=\"_csrf\" value=\"", '"') + "&body=Mesure+" +
                      std::to_string(number);
    return "POST " + action + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + desk.cookie() +
           "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Milliseconds, one figure a page and change.
struct Delays {
    std::vector<double> told;
    std::vector<double> read; ///< and the page has been made and received again
};

/// Who looks on while a reply is written.
struct Crowd {
    std::size_t people = 0;
    std::string page; ///< the request of what they read again
};

void measure_change(Lines& streams, const TicketDesk& desk, const Server& server,
                    const Crowd& crowd, int number, Delays& delays)
{
    const auto request = reply_request(desk, server, number);
    test_support::RawClient author{server.port()};
    Lines pages;
    const auto begin = Clock::now();
    author.send(request);
    streams.wait(crowd.people, "event: change", [&](const Line&) {
        delays.told.push_back(ms_since(begin));
        pages.add(server.port(), crowd.page);
    });
    pages.wait(crowd.people, "</html>",
               [&](const Line&) { delays.read.push_back(ms_since(begin)); });
    const auto answer = author.read();
    if (!answer || answer->status != 303) throw std::runtime_error{"the reply was not taken"};
}

} // namespace

void measure_streams()
{
    allow_many_sockets();
    TicketDesk desk;
    desk.grow(tickets);
    const auto cookies = desk.more_sessions(idle_streams);
    const auto server = desk.start();
    const auto list = desk.open_list(*server);
    const auto token = between(list.body, "data-live-token-value=\"", '"');
    Delays delays;
    {
        Lines streams;
        open_streams(streams, *server, token, cookies, open_pages);
        for (int n = 0; n < changes; ++n) {
            measure_change(streams, desk, *server, {open_pages, desk.list_request()}, n, delays);
            std::this_thread::sleep_for(1s);
        }
    }
    print({.name = "live.told.1000.p99", .value = p99(delays.told), .unit = "ms"});
    print({.name = "live.told.1000.median", .value = median(delays.told), .unit = "ms"});
    print({.name = "live.visible.1000.p99",
           .value = p99(delays.read),
           .unit = "ms",
           .budget = at_most(1'000),
           .target = at_most(150)});
    std::this_thread::sleep_for(2s);
    const auto before = server->resident_mb();
    Lines streams;
    open_streams(streams, *server, token, cookies, idle_streams);
    const auto after = server->resident_mb();
    print(
        {.name = "live.idle.10000", .value = after - before, .unit = "MB", .budget = at_most(100)});
    print({.name = "live.idle.10000.process", .value = after, .unit = "MB"});
}

void measure_ticket_crowd()
{
    allow_many_sockets();
    TicketDesk desk;
    desk.installation().run({"reindex"});
    desk.grow(tickets);
    const auto cookies = desk.more_sessions(crowd_of_a_ticket);
    const auto server = desk.start();
    const auto ticket = desk.ticket_request(*server);
    test_support::RawClient reader{server->port()};
    reader.send(ticket);
    const auto page = reader.read();
    if (!page) throw std::runtime_error{"no ticket to look at"};
    Delays delays;
    Lines streams;
    open_streams(streams, *server, between(page->body, "data-live-token-value=\"", '"'), cookies,
                 crowd_of_a_ticket);
    for (int n = 0; n < changes; ++n) {
        measure_change(streams, desk, *server, {crowd_of_a_ticket, ticket}, n, delays);
        std::this_thread::sleep_for(1s);
    }
    print({.name = "live.ticket.200.told.p99", .value = p99(delays.told), .unit = "ms"});
    print({.name = "live.ticket.200.visible.p99",
           .value = p99(delays.read),
           .unit = "ms",
           .budget = at_most(1'000)});
    print({.name = "live.ticket.200.visible.median", .value = median(delays.read), .unit = "ms"});
}

} // namespace load
