#include "kernel/http/server.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/http/connection.hpp"
#include "kernel/http/peer_counter.hpp"
#include "kernel/log/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <utility>

namespace http
{
namespace
{

namespace asio = boost::asio;
using asio::ip::tcp;
using namespace std::chrono_literals;

constexpr auto resume = asio::as_tuple(asio::use_awaitable);
constexpr auto accept_pause = 50ms; ///< after a failed accept: no descriptor free
constexpr auto sweep_max = 500ms;
constexpr auto sweep_min = 2ms;
/// Bytes the kernel keeps for a reader who does not take them yet; of itself it keeps 4 MB.
constexpr int unsent_max = 256 * 1024;

tcp::endpoint endpoint_of(const std::string& listen)
{
    const auto colon = listen.rfind(':');
    auto host = listen.substr(0, std::min(colon, listen.size()));
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    boost::system::error_code error;
    const auto address = asio::ip::make_address(host, error);
    const auto digits = colon == std::string::npos ? std::string{} : listen.substr(colon + 1);
    const bool is_number = !digits.empty() && digits.size() <= 5 &&
                           digits.find_first_not_of("0123456789") == std::string::npos;
    if (error || !is_number || std::stoul(digits) > 65535)
        throw base::Refusal{"http.refusal.address", {{"address", listen}}};
    return {address, static_cast<std::uint16_t>(std::stoul(digits))};
}

/// Deadlines are missed by at most an eighth.
std::chrono::milliseconds sweep_interval(const ServerOptions& options)
{
    const auto shortest = std::min({options.idle_timeout, options.header_timeout,
                                    options.body_stall_timeout, options.write_stall_timeout});
    return std::clamp(shortest / 8, std::chrono::milliseconds{sweep_min},
                      std::chrono::milliseconds{sweep_max});
}

/// Best effort: without it the kernel's own limits hold.
void limit_unsent(tcp::socket& socket)
{
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent_max,
                 sizeof unsent_max);
}

/// The usual soft limit of 1 024 open files is for programs that use select().
void allow_open_files(std::size_t connections)
{
    constexpr std::size_t besides = 256; // databases, logs, uploads
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const auto wanted = std::min<rlim_t>(limit.rlim_max, connections + besides);
    if (limit.rlim_cur >= wanted) return;
    limit.rlim_cur = wanted;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

class Server::Impl
{
  public:
    Impl(ServerOptions options, Handler handler, FastHandler fast, BodyPolicyOf policy)
        : state_{std::move(options), std::move(handler), std::move(fast), std::move(policy)}
    {
    }

    void start();
    std::uint16_t port() const { return port_; }
    void stop();
    ServerStatistics statistics() const;

  private:
    asio::awaitable<void> accept();
    void admit(tcp::socket socket);
    void forget(const std::shared_ptr<Connection>& connection);
    asio::awaitable<void> sweep();
    void begin_stop();

    ServerState state_;
    asio::io_context io_{1};
    tcp::acceptor acceptor_{io_};
    asio::steady_timer sweep_timer_{io_};
    std::shared_ptr<TlsSettings> tls_;
    std::uint16_t port_ = 0;
    std::unordered_set<std::shared_ptr<Connection>> connections_;
    PeerCounter peers_{state_.options.connections_per_peer_max};
    Connection::Clock::time_point stop_deadline_ = Connection::Clock::time_point::max();
    std::mutex stop_mutex_;
    std::thread thread_;
};

void Server::Impl::start()
{
    const auto& options = state_.options;
    allow_open_files(options.connections_max);
    if (!options.tls_certificate_file.empty())
        tls_ = load_tls(options.tls_certificate_file, options.tls_key_file);
    const auto endpoint = endpoint_of(options.listen);
    try {
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(tcp::acceptor::reuse_address{true});
        acceptor_.bind(endpoint);
        acceptor_.listen(asio::socket_base::max_listen_connections);
        port_ = acceptor_.local_endpoint().port();
    } catch (const boost::system::system_error&) {
        throw base::Refusal{"http.refusal.address", {{"address", options.listen}}};
    }
    asio::co_spawn(io_, accept(), asio::detached);
    asio::co_spawn(io_, sweep(), asio::detached);
    thread_ = std::thread{[this] { io_.run(); }};
}

void Server::Impl::stop()
{
    const std::lock_guard lock{stop_mutex_};
    if (thread_.joinable()) {
        asio::post(io_, [this] { begin_stop(); });
        thread_.join();
    }
    state_.pool.stop();
}

void Server::Impl::begin_stop()
{
    state_.stopping = true;
    stop_deadline_ = Connection::Clock::now() + state_.options.stop_timeout;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    for (const auto& connection : connections_)
        connection->close_if_idle();
    sweep_timer_.cancel();
}

asio::awaitable<void> Server::Impl::accept()
{
    while (!state_.stopping) {
        auto [error, socket] = co_await acceptor_.async_accept(resume);
        if (!error) {
            admit(std::move(socket));
        } else if (!state_.stopping) {
            logs::warn("http.accept_failed", {{"cause", error.message()}});
            asio::steady_timer pause{io_, accept_pause};
            co_await pause.async_wait(resume);
        }
    }
}

void Server::Impl::admit(tcp::socket socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) return;
    socket.set_option(tcp::no_delay{true}, error);
    limit_unsent(socket);
    auto peer = canonical_address(endpoint.address().to_string());
    if (connections_.size() >= state_.options.connections_max) return;
    // A proxy's connections are those of all its clients.
    if (!state_.proxies.trusts(peer) && !peers_.enter(peer)) return;

    auto transport =
        tls_ ? make_tls_transport(tls_, std::move(socket)) : make_tcp_transport(std::move(socket));
    const auto connection =
        std::make_shared<Connection>(state_, std::move(transport), std::move(peer));
    connections_.insert(connection);
    state_.counts.connections_open = connections_.size();
    asio::co_spawn(io_, connection->run(),
                   [this, connection](const std::exception_ptr&) { forget(connection); });
}

void Server::Impl::forget(const std::shared_ptr<Connection>& connection)
{
    connections_.erase(connection);
    state_.counts.connections_open = connections_.size();
    if (!state_.proxies.trusts(connection->peer())) peers_.leave(connection->peer());
    if (state_.stopping) sweep_timer_.cancel();
}

/// Ends with the last connection of a stopping server, and with it io_.run().
asio::awaitable<void> Server::Impl::sweep()
{
    const auto interval = sweep_interval(state_.options);
    while (!state_.stopping || !connections_.empty()) {
        sweep_timer_.expires_after(interval);
        co_await sweep_timer_.async_wait(resume);
        const auto now = Connection::Clock::now();
        for (const auto& connection : connections_) {
            if (now >= stop_deadline_)
                connection->close();
            else
                connection->cut_if_late(now);
        }
    }
}

ServerStatistics Server::Impl::statistics() const
{
    return {.requests = state_.counts.requests,
            .refused_busy = state_.counts.refused_busy,
            .bad_requests = state_.counts.bad_requests,
            .connections_open = state_.counts.connections_open,
            .streams_open = state_.counts.streams_open,
            .queue_length = state_.pool.queue_length()};
}

Server::Server(ServerOptions options, Handler handler, FastHandler fast, BodyPolicyOf policy)
    : impl_{std::make_unique<Impl>(std::move(options), std::move(handler), std::move(fast),
                                   std::move(policy))}
{
}

Server::~Server()
{
    stop();
}

void Server::start()
{
    impl_->start();
}
std::uint16_t Server::port() const
{
    return impl_->port();
}
void Server::stop()
{
    impl_->stop();
}
ServerStatistics Server::statistics() const
{
    return impl_->statistics();
}

} // namespace http
