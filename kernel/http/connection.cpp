#include "kernel/http/connection.hpp"

#include "kernel/http/exchange.hpp"
#include "kernel/log/log.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>
#include <vector>

namespace http
{
namespace
{

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr std::size_t file_block_bytes = 128 * 1024;
constexpr auto linger_timeout = 1000ms;

} // namespace

Connection::Connection(ServerState& state, std::unique_ptr<Transport> transport, std::string peer)
    : state_{state}, transport_{std::move(transport)}, peer_{std::move(peer)}
{
}

asio::awaitable<void> Connection::run()
{
    allow(state_.options.header_timeout);
    const bool is_open = co_await transport_->handshake();
    if (is_open) {
        for (bool goes_on = true; goes_on;)
            goes_on = co_await serve_next();
        co_await linger();
    }
    transport_->close();
}

void Connection::cut_if_late(Clock::time_point now)
{
    if (stream_ && now >= heartbeat_at_) {
        heartbeat_at_ = now + stream_heartbeat;
        stream_->send_heartbeat();
    }
    if (now < deadline_) return;
    was_late_ = true;
    transport_->cancel();
}

void Connection::close_if_idle()
{
    if (is_idle_) transport_->cancel();
}

void Connection::close()
{
    transport_->close();
}

asio::awaitable<bool> Connection::serve_next()
{
    if (buffer_.empty()) {
        const bool arrived = co_await wait_for_request();
        if (!arrived) co_return false;
    }
    Exchange exchange;
    int refusal = 0;
    try {
        co_await receive(exchange);
    } catch (const BadRequest& bad) {
        refusal = bad.status;
    } catch (const Disconnected&) {
        co_return false;
    } catch (const std::exception& fault) {
        logs::error("http.receiving_failed", {{"cause", fault.what()}});
        refusal = 500;
    }
    deadline_ = Clock::time_point::max();
    ++state_.counts.requests;
    if (refusal != 0)
        refuse(exchange, refusal);
    else
        co_await answer(exchange);
    if (exchange.request.method == Method::Head) exchange.delivery.response.stream.reset();
    if (exchange.delivery.response.stream) {
        co_await stream_out(exchange);
        co_return false;
    }
    const bool goes_on = co_await send(exchange);
    co_return goes_on;
}

asio::awaitable<bool> Connection::wait_for_request()
{
    if (state_.stopping) co_return false;
    std::string{}.swap(buffer_);
    is_idle_ = true;
    allow(state_.options.idle_timeout);
    was_late_ = false;
    co_await transport_->wait_readable();
    if (!was_late_ && !state_.stopping) co_await read_some();
    is_idle_ = false;
    co_return !buffer_.empty();
}

asio::awaitable<void> Connection::answer(Exchange& exchange)
{
    if (state_.fast && !exchange.body) {
        if (auto response = state_.run_fast(exchange.request)) {
            exchange.delivery = prepare(exchange.request, std::move(*response), Compress::No);
            co_return;
        }
    }
    WorkerPool::Job job = [&] { work(exchange); };
    const bool ran = co_await on_worker(std::move(job));
    if (ran) co_return;
    ++state_.counts.refused_busy;
    auto busy = state_.error_answer(503);
    busy.with("Retry-After", "1");
    exchange.delivery = prepare(exchange.request, std::move(busy), Compress::No);
}

void Connection::work(Exchange& exchange)
{
    const auto produce = [&] {
        try {
            if (exchange.body) exchange.body->finish(exchange.request);
        } catch (const BadRequest& bad) {
            return state_.error_answer(bad.status);
        }
        return state_.run_handler(exchange.request);
    };
    try {
        exchange.delivery = prepare(exchange.request, produce(), Compress::Yes);
        exchange.request.files.clear();
    } catch (const std::exception& fault) {
        logs::error("http.delivery_failed", {{"cause", fault.what()}});
        exchange.delivery = prepare(exchange.request, state_.error_answer(500), Compress::No);
    }
}

void Connection::refuse(Exchange& exchange, int status)
{
    ++state_.counts.bad_requests;
    exchange.is_refused = true;
    exchange.delivery = prepare(exchange.request, state_.error_answer(status), Compress::No);
}

asio::awaitable<bool> Connection::on_worker(WorkerPool::Job job)
{
    auto initiate = [this](auto handler, WorkerPool::Job work) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        const auto executor = asio::get_associated_executor(*shared);
        const auto resume = [shared, executor](bool ran) {
            asio::post(executor, [shared, ran] { (*shared)(ran); });
        };
        const bool accepted = state_.pool.submit([work = std::move(work), resume] {
            work();
            resume(true);
        });
        if (!accepted) resume(false);
    };
    return asio::async_initiate<const asio::use_awaitable_t<>&, void(bool)>(
        std::move(initiate), asio::use_awaitable, std::move(job));
}

asio::awaitable<bool> Connection::send(Exchange& exchange)
{
    const auto& delivery = exchange.delivery;
    // Decided after the handler: the server may have begun to stop meanwhile.
    const bool keep = exchange.head.keep_alive && !exchange.is_refused && !state_.stopping &&
                      !delivery.response.close;
    const auto after = !keep                                          ? After::Close
                       : exchange.head.version == HttpVersion::Http10 ? After::KeepAliveHttp10
                                                                      : After::KeepAlive;
    const auto head = write_head(delivery, after, state_.date());
    const bool has_body = exchange.request.method != Method::Head;
    std::string_view body;
    if (has_body) body = delivery.response.body;
    bool sent = co_await write_all(head, body);
    if (sent && has_body && delivery.file.is_open()) sent = co_await write_file(delivery);
    co_return sent&& keep;
}

asio::awaitable<bool> Connection::write_all(std::string_view head, std::string_view body)
{
    const auto since = Clock::now();
    std::uint64_t sent = 0;
    while (!head.empty() || !body.empty()) {
        allow_for_progress(since, sent, state_.options.write_stall_timeout);
        const auto bytes = co_await transport_->write_some(head, body);
        if (bytes == 0) co_return false;
        sent += bytes;
        const auto of_head = std::min(bytes, head.size());
        head.remove_prefix(of_head);
        body.remove_prefix(bytes - of_head);
    }
    co_return true;
}

asio::awaitable<bool> Connection::write_file(const Delivery& delivery)
{
    std::vector<char> block(file_block_bytes);
    std::uint64_t sent = 0;
    while (sent < delivery.bytes) {
        const auto wanted = std::min<std::uint64_t>(block.size(), delivery.bytes - sent);
        std::size_t read = 0;
        WorkerPool::Job fill = [&] {
            read = delivery.file.read_at(delivery.offset + sent, {block.data(), wanted});
        };
        deadline_ = Clock::time_point::max();
        const bool ran = co_await on_worker(fill);
        if (!ran) fill();
        if (read == 0) co_return false;
        const bool is_written = co_await write_all({block.data(), read}, "");
        if (!is_written) co_return false;
        sent += read;
    }
    co_return true;
}

/// Without this, closing with bytes unread would reset the connection and could take the answer
/// away from a client that is still sending.
asio::awaitable<void> Connection::linger()
{
    allow(linger_timeout);
    was_late_ = false;
    co_await transport_->finish_sending();
    std::array<char, 4096> ignored{};
    for (std::size_t bytes = 1; bytes > 0 && !was_late_;)
        bytes = co_await transport_->read_some(ignored);
}

} // namespace http
