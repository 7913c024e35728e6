#include "app/control.hpp"

#include "kernel/log/log.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace app
{
namespace
{

constexpr int accept_poll_ms = 200;
constexpr int backlog = 4;

/// A file descriptor that is closed with its owner.
class Descriptor
{
  public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor()
    {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int value() const { return value_; }

  private:
    int value_;
};

sockaddr_un address_of(const std::filesystem::path& socket)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto& text = socket.native();
    if (text.size() >= sizeof address.sun_path)
        throw std::runtime_error("socket path too long: " + text);
    std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
    return address;
}

bool connect_to(const Descriptor& descriptor, const std::filesystem::path& socket)
{
    const auto address = address_of(socket);
    // sockaddr_un is passed as the sockaddr it begins with: the interface of the system.
    return ::connect(descriptor.value(), reinterpret_cast<const sockaddr*>(&address),
                     sizeof address) == 0;
}

void send_all(const Descriptor& to, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(to.value(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) throw std::runtime_error("the other end of the control socket is gone");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::string receive_all(const Descriptor& from)
{
    std::string bytes;
    std::array<char, 4096> part{};
    for (;;) {
        const auto got = ::recv(from.value(), part.data(), part.size(), 0);
        if (got < 0) throw std::runtime_error("the control socket broke");
        if (got == 0) return bytes;
        bytes.append(part.data(), static_cast<std::size_t>(got));
        if (bytes.size() > control_message_bytes_max)
            throw std::runtime_error("the message is too long");
    }
}

/// Arguments are separated by NUL, which no argument holds; the reply is the exit code and a
/// newline, then the output.
std::string encode(const Arguments& arguments)
{
    std::string message;
    for (const auto& argument : arguments)
        message.append(argument).push_back('\0');
    return message;
}

Arguments decode_arguments(const std::string& message)
{
    Arguments arguments;
    for (std::size_t at = 0; at < message.size();) {
        const auto end = message.find('\0', at);
        if (end == std::string::npos) break;
        arguments.push_back(message.substr(at, end - at));
        at = end + 1;
    }
    return arguments;
}

Reply decode_reply(const std::string& message)
{
    const auto end = message.find('\n');
    if (end == std::string::npos)
        throw std::runtime_error("the server stopped before the command ended");
    return {.exit_code = std::stoi(message.substr(0, end)), .output = message.substr(end + 1)};
}

} // namespace

class ControlServer::Impl
{
  public:
    Impl(std::filesystem::path socket, Run run)
        : socket_(std::move(socket)), run_(std::move(run)),
          listener_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        std::filesystem::remove(socket_);
        const auto address = address_of(socket_);
        ::fchmod(listener_.value(), 0600);
        const bool is_bound = ::bind(listener_.value(), reinterpret_cast<const sockaddr*>(&address),
                                     sizeof address) == 0;
        if (!is_bound || ::listen(listener_.value(), backlog) != 0)
            throw std::runtime_error("cannot listen on " + socket_.string());
        thread_ = std::jthread{[this](const std::stop_token& stop) { serve(stop); }};
    }
    ~Impl()
    {
        thread_.request_stop();
        thread_.join();
        std::filesystem::remove(socket_);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

  private:
    void serve(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            pollfd waiting{.fd = listener_.value(), .events = POLLIN, .revents = 0};
            if (::poll(&waiting, 1, accept_poll_ms) <= 0) continue;
            const Descriptor caller{::accept4(listener_.value(), nullptr, nullptr, SOCK_CLOEXEC)};
            try {
                answer(caller);
            } catch (const std::exception& cause) {
                logs::warn("control.failed", {{"cause", cause.what()}});
            }
        }
    }

    void answer(const Descriptor& caller)
    {
        const auto arguments = decode_arguments(receive_all(caller));
        logs::info("control.command",
                   {{"command", arguments.empty() ? std::string{} : arguments.front()}});
        const auto reply = run_(arguments);
        send_all(caller, std::to_string(reply.exit_code) + "\n" + reply.output);
    }

    std::filesystem::path socket_;
    Run run_;
    Descriptor listener_;
    std::jthread thread_;
};

ControlServer::ControlServer(const std::filesystem::path& socket, Run run)
    : impl_(std::make_unique<Impl>(socket, std::move(run)))
{
}
ControlServer::~ControlServer() = default;

std::filesystem::path control_socket(const base::Configuration& configuration)
{
    return configuration.data / "etabli.sock";
}

std::optional<Reply> run_in_server(const std::filesystem::path& socket, const Arguments& arguments)
{
    const Descriptor server{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (!connect_to(server, socket)) return {};
    send_all(server, encode(arguments));
    ::shutdown(server.value(), SHUT_WR);
    return decode_reply(receive_all(server));
}

} // namespace app
