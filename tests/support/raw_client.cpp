#include "tests/support/raw_client.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace test_support
{
namespace
{

using Clock = std::chrono::steady_clock;

bool is_readable(int socket, Clock::time_point until)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    pollfd waiting{.fd = socket, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0))) > 0;
}

} // namespace

std::string RawAnswer::header(std::string_view name) const
{
    for (auto at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at + 2)) {
        const auto line = std::string_view{head}.substr(at + 2);
        if (line.size() <= name.size() || line[name.size()] != ':') continue;
        if (strncasecmp(line.data(), name.data(), name.size()) != 0) continue;
        const auto value = line.substr(name.size() + 2);
        return std::string{value.substr(0, value.find("\r\n"))};
    }
    return {};
}

RawClient::RawClient(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    if (socket_ < 0 || ::connect(socket_, generic, sizeof address) != 0)
        throw std::runtime_error{"no connection to port " + std::to_string(port)};
}

RawClient::~RawClient()
{
    if (socket_ >= 0) ::close(socket_);
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_{std::exchange(other.socket_, -1)}, received_{std::move(other.received_)}
{
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::finish_sending()
{
    ::shutdown(socket_, SHUT_WR);
}

bool RawClient::fill(Clock::time_point until)
{
    if (!is_readable(socket_, until)) return false;
    std::array<char, 65536> block{};
    const auto bytes = ::recv(socket_, block.data(), block.size(), 0);
    if (bytes <= 0) return false;
    received_.append(block.data(), static_cast<std::size_t>(bytes));
    return true;
}

std::optional<RawAnswer> RawClient::read(HasBody has_body, Patience patience)
{
    const auto until = Clock::now() + patience;
    auto end = received_.find("\r\n\r\n");
    for (; end == std::string::npos; end = received_.find("\r\n\r\n"))
        if (!fill(until)) return {};
    RawAnswer answer;
    answer.head = received_.substr(0, end);
    received_.erase(0, end + 4);
    answer.status = std::stoi(answer.head.substr(answer.head.find(' ') + 1));
    const auto length = answer.header("Content-Length");
    if (has_body == HasBody::No || length.empty()) return answer;
    const auto bytes = std::stoul(length);
    while (received_.size() < bytes)
        if (!fill(until)) return {};
    answer.body = received_.substr(0, bytes);
    received_.erase(0, bytes);
    return answer;
}

bool RawClient::is_closed_within(Patience patience)
{
    if (!received_.empty() || !is_readable(socket_, Clock::now() + patience)) return false;
    char byte = 0;
    return ::recv(socket_, &byte, 1, 0) <= 0;
}

std::string RawClient::receive(std::size_t limit, Patience patience)
{
    if (received_.empty()) fill(Clock::now() + patience);
    auto bytes = received_.substr(0, limit);
    received_.erase(0, bytes.size());
    return bytes;
}

} // namespace test_support
