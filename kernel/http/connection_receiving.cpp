#include "kernel/base/text.hpp"
#include "kernel/http/body_decoder.hpp"
#include "kernel/http/connection.hpp"
#include "kernel/http/exchange.hpp"
#include "kernel/http/target.hpp"

#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <exception>
#include <utility>

namespace http
{
namespace
{

namespace asio = boost::asio;

constexpr std::size_t read_bytes = 16 * 1024;
/// A slower peer is cut once its first stall time is used up.
constexpr std::uint64_t bytes_per_second_min = 1000;

} // namespace

asio::awaitable<void> Connection::receive(Exchange& exchange)
{
    allow(state_.options.header_timeout);
    co_await read_head(exchange);
    describe(exchange);
    if (exchange.head.framing.kind != BodyFraming::Kind::None) co_await read_body(exchange);
}

asio::awaitable<void> Connection::read_head(Exchange& exchange)
{
    HeadScanner scanner{{.bytes_max = state_.options.header_bytes_max,
                         .fields_max = state_.options.header_fields_max,
                         .target_bytes_max = state_.options.target_bytes_max}};
    for (;;) {
        if (const auto length = scanner.scan(buffer_)) {
            exchange.head = parse_head(std::string_view{buffer_}.substr(0, *length));
            buffer_.erase(0, *length);
            co_return;
        }
        const auto bytes = co_await read_some();
        if (bytes > 0) continue;
        if (was_late_ && scanner.has_request_line()) throw BadRequest{408, "head too slow"};
        throw Disconnected{};
    }
}

void Connection::describe(Exchange& exchange)
{
    auto& request = exchange.request;
    request.id = state_.next_request_id();
    request.method = exchange.head.method;
    request.headers = std::move(exchange.head.headers);
    request.target = std::move(exchange.head.target);
    auto target = parse_target(request.target);
    request.path = std::move(target.path);
    request.query = std::move(target.query);
    request.host = base::lower_ascii(request.headers.get("Host"));
    request.peer = state_.proxies.client_of(peer_, request.headers);
    request.is_https = !state_.options.tls_certificate_file.empty() ||
                       state_.proxies.says_https(peer_, request.headers);
}

asio::awaitable<void> Connection::read_body(Exchange& exchange)
{
    const auto policy = state_.policy ? state_.policy(exchange.request) : BodyPolicy{};
    if (exchange.head.framing.bytes > policy.bytes_max) throw BadRequest{413, "body too large"};
    exchange.body.emplace(exchange.request.headers, policy, state_.options.temporary_folder);
    if (exchange.head.expects_continue && buffer_.empty()) co_await allow_body();

    BodyDecoder decoder{exchange.head.framing};
    const auto since = Clock::now();
    std::uint64_t received = 0;
    std::string decoded;
    for (;;) {
        buffer_.erase(0, decoder.decode(buffer_, decoded));
        received += decoded.size();
        if (received > policy.bytes_max) throw BadRequest{413, "body too large"};
        co_await hand_over(exchange, decoded);
        if (decoder.is_done()) co_return;
        allow_for_progress(since, received, state_.options.body_stall_timeout);
        co_await read_more();
    }
}

asio::awaitable<void> Connection::hand_over(Exchange& exchange, std::string& decoded)
{
    if (decoded.empty()) co_return;
    if (!exchange.body->is_streaming()) {
        exchange.body->take(decoded);
        decoded.clear();
        co_return;
    }
    std::exception_ptr failure;
    deadline_ = Clock::time_point::max();
    WorkerPool::Job take = [&] {
        try {
            exchange.body->take(decoded);
        } catch (...) {
            failure = std::current_exception();
        }
    };
    const bool ran = co_await on_worker(std::move(take));
    decoded.clear();
    if (!ran) throw BadRequest{503, "no worker free"};
    if (failure) std::rethrow_exception(failure);
}

asio::awaitable<void> Connection::allow_body()
{
    allow(state_.options.write_stall_timeout);
    const bool sent = co_await write_all("HTTP/1.1 100 Continue\r\n\r\n", "");
    if (!sent) throw Disconnected{};
}

asio::awaitable<std::size_t> Connection::read_some()
{
    const auto before = buffer_.size();
    buffer_.resize(before + read_bytes);
    was_late_ = false;
    const std::span<char> free{buffer_.data() + before, read_bytes};
    const auto bytes = co_await transport_->read_some(free);
    buffer_.resize(before + bytes);
    co_return bytes;
}

asio::awaitable<void> Connection::read_more()
{
    const auto bytes = co_await read_some();
    if (bytes > 0) co_return;
    if (was_late_) throw BadRequest{408, "too slow"};
    throw Disconnected{};
}

void Connection::allow_for_progress(Clock::time_point since, std::uint64_t bytes,
                                    std::chrono::milliseconds stall)
{
    const auto earned = std::chrono::milliseconds{bytes * 1000 / bytes_per_second_min};
    deadline_ = std::min(Clock::now() + stall, since + stall + earned);
}

} // namespace http
