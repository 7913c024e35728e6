#include "kernel/http/connection.hpp"
#include "kernel/http/exchange.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <utility>

namespace http
{
namespace
{

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto pump_check = 5ms; // once, at the end of a stream that is being written to

} // namespace

/// Two coroutines: this one waits for the reader to go away, the pump writes what the stream gets.
/// A reader says nothing more, so anything it sends ends the stream too.
asio::awaitable<void> Connection::stream_out(Exchange& exchange)
{
    if (state_.counts.streams_open >= state_.options.streams_max) {
        exchange.delivery = prepare(
            exchange.request, state_.error_answer(503).with("Retry-After", "30"), Compress::No);
        co_await send(exchange);
        co_return;
    }
    const auto head = write_head(exchange.delivery, After::Close, state_.date());
    auto stream = std::exchange(exchange.delivery.response.stream, nullptr);
    exchange = {};
    std::string{}.swap(buffer_);
    const bool is_sent = co_await write_all(head, "");
    if (!is_sent) co_return;
    const auto executor = co_await asio::this_coro::executor;
    const std::weak_ptr<Connection> self = weak_from_this();
    std::function<void()> wake = [executor, self] {
        asio::post(executor, [self] {
            if (const auto connection = self.lock()) connection->start_pump();
        });
    };
    ++state_.counts.streams_open;
    deadline_ = Clock::time_point::max();
    heartbeat_at_ = Clock::now() + stream_heartbeat;
    is_idle_ = true;
    stream_ = std::make_unique<StreamWriter>(std::move(stream), std::move(wake));
    co_await wait_for_the_end();
    stream_.reset();
    is_idle_ = false;
    --state_.counts.streams_open;
}

asio::awaitable<void> Connection::wait_for_the_end()
{
    if (!state_.stopping) co_await transport_->wait_until_sent_to();
    heartbeat_at_ = Clock::time_point::max();
    if (!is_pumping_) co_return;
    transport_->cancel();
    asio::steady_timer timer{co_await asio::this_coro::executor};
    while (is_pumping_) {
        timer.expires_after(pump_check);
        co_await timer.async_wait(asio::use_awaitable);
    }
}

void Connection::start_pump()
{
    if (is_pumping_ && stream_ && stream_->is_cut()) transport_->cancel();
    if (is_pumping_ || !stream_) return;
    is_pumping_ = true;
    const auto self = shared_from_this();
    asio::co_spawn(transport_->executor(), pump(), [self](const std::exception_ptr& fault) {
        if (fault) self->is_pumping_ = false;
    });
}

asio::awaitable<void> Connection::pump()
{
    bool is_over = false;
    while (!is_over) {
        const auto bytes = stream_->take();
        if (bytes.empty()) {
            is_over = stream_->is_over();
            break;
        }
        const bool is_sent = co_await write_all(bytes, "");
        is_over = !is_sent;
        if (is_over) break;
        heartbeat_at_ = Clock::now() + stream_heartbeat;
    }
    deadline_ = Clock::time_point::max();
    is_pumping_ = false; // at once: what comes after the last `take` starts another pump
    if (is_over) transport_->cancel();
}

} // namespace http
