#pragma once

#include "kernel/http/server_state.hpp"
#include "kernel/http/stream_writer.hpp"
#include "kernel/http/transport.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace http
{

struct Delivery;
struct Exchange;

/// One client connection: strictly read, handle, write, so that pipelined requests are answered in
/// order by construction. A coroutine on the I/O thread; handlers, parsing of bodies, compression
/// and file access run on workers.
///
/// It never sets a timer: it notes a deadline, and the server's sweep cancels what is late.
///
///   idle ──first byte──► head ──► body ──► worker ──► writing ──► idle
///   idle_timeout         header_  body_    none       write_      or closed
///                        timeout  stall               stall
///
/// GCC 12 miscompiles a co_await inside a condition or whose arguments are temporaries with a
/// destructor: every awaited result has a name in its own statement.
class Connection : public std::enable_shared_from_this<Connection>
{
  public:
    using Clock = std::chrono::steady_clock;

    Connection(ServerState& state, std::unique_ptr<Transport> transport, std::string peer);

    /// Serves until either side closes. Keep the object alive until it returns.
    boost::asio::awaitable<void> run();

    /// Cancels the pending operation when its deadline has passed.
    void cut_if_late(Clock::time_point now);
    /// For a graceful stop: only a connection between two requests is cut.
    void close_if_idle();
    void close();

    const std::string& peer() const { return peer_; }

  private:
    boost::asio::awaitable<bool> serve_next();
    boost::asio::awaitable<bool> wait_for_request();
    boost::asio::awaitable<void> receive(Exchange& exchange);
    boost::asio::awaitable<void> read_head(Exchange& exchange);
    boost::asio::awaitable<void> read_body(Exchange& exchange);
    boost::asio::awaitable<void> hand_over(Exchange& exchange, std::string& decoded);
    boost::asio::awaitable<void> allow_body();
    /// 0 when the peer left or was late.
    boost::asio::awaitable<std::size_t> read_some();
    /// Throws BadRequest{408} when late.
    boost::asio::awaitable<void> read_more();
    boost::asio::awaitable<void> answer(Exchange& exchange);
    boost::asio::awaitable<bool> on_worker(WorkerPool::Job job);
    boost::asio::awaitable<bool> send(Exchange& exchange);
    boost::asio::awaitable<bool> write_all(std::string_view head, std::string_view body);
    boost::asio::awaitable<bool> write_file(const Delivery& delivery);
    boost::asio::awaitable<void> linger();
    boost::asio::awaitable<void> stream_out(Exchange& exchange);
    boost::asio::awaitable<void> wait_for_the_end();
    boost::asio::awaitable<void> pump();
    void start_pump();

    void describe(Exchange& exchange);
    void work(Exchange& exchange);
    void refuse(Exchange& exchange, int status);
    void allow(std::chrono::milliseconds time) { deadline_ = Clock::now() + time; }
    void allow_for_progress(Clock::time_point since, std::uint64_t bytes,
                            std::chrono::milliseconds stall);

    ServerState& state_;
    std::unique_ptr<Transport> transport_;
    const std::string peer_;
    std::string buffer_; ///< received, not yet parsed
    Clock::time_point deadline_ = Clock::time_point::max();
    std::unique_ptr<StreamWriter> stream_; ///< while an endless answer goes out
    Clock::time_point heartbeat_at_ = Clock::time_point::max();
    bool is_pumping_ = false;
    bool is_idle_ = false;
    bool was_late_ = false;
};

} // namespace http
