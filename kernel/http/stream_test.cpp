#include "kernel/http/server.hpp"
#include "kernel/http/stream.hpp"
#include "tests/support/raw_client.hpp"

#include <doctest.h>

#include <thread>

using namespace std::chrono_literals;
using http::Request;
using http::Response;
using http::Server;
using http::Stream;
using test_support::RawClient;

namespace
{

constexpr std::string_view get = "GET /flux HTTP/1.1\r\nHost: a\r\n\r\n";

/// Answers every request with the same stream, which it does not keep.
struct Streaming {
    std::weak_ptr<Stream> stream;
    Server server;

    explicit Streaming(http::ServerOptions options = {.listen = "127.0.0.1:0", .workers = 1})
        : server{std::move(options), [this](Request&) {
                     Response response;
                     response.with("Content-Type", "text/event-stream");
                     response.stream = std::make_shared<Stream>();
                     response.stream->send("data: 0\n\n");
                     stream = response.stream;
                     return response;
                 }}
    {
        server.start();
    }
    bool send(std::string_view bytes)
    {
        const auto held = stream.lock();
        return held && held->send(bytes);
    }
    bool ends_within(std::chrono::milliseconds patience)
    {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (!stream.expired() && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(5ms);
        return stream.expired();
    }
};

std::string receive_until(RawClient& client, std::string_view end)
{
    std::string all;
    while (!all.ends_with(end)) {
        const auto more = client.receive(4096);
        if (more.empty()) break;
        all += more;
    }
    return all;
}

} // namespace

TEST_CASE("a stream begins at once, goes on as long as it is written to, and has no length")
{
    Streaming streaming;
    RawClient client{streaming.server.port()};
    client.send(get);
    const auto head = receive_until(client, "data: 0\n\n");
    CHECK(head.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(head.find("Content-Length") == std::string::npos);
    CHECK(head.find("Connection: close\r\n") != std::string::npos);
    for (int n = 1; n <= 50; ++n) {
        const auto event = "data: " + std::to_string(n) + "\n\n";
        REQUIRE(streaming.send(event));
        REQUIRE(receive_until(client, event) == event);
    }
    CHECK(streaming.server.statistics().streams_open == 1);
    streaming.stream.lock()->finish();
    CHECK(client.is_closed_within());
    CHECK(streaming.ends_within(1s));
    CHECK(streaming.server.statistics().streams_open == 0);
}

TEST_CASE("a stream ends with its reader, and with a reader who does not read")
{
    Streaming streaming;
    {
        RawClient client{streaming.server.port()};
        client.send(get);
        receive_until(client, "data: 0\n\n");
    }
    CHECK(streaming.ends_within(1s));

    RawClient deaf{streaming.server.port()};
    deaf.send(get);
    receive_until(deaf, "data: 0\n\n");
    const std::string block(8 * 1024, 'x');
    int sent = 0;
    constexpr int more_than_sockets_hold = 4'000;
    while (sent < more_than_sockets_hold && streaming.send(block)) {
        ++sent;
        std::this_thread::sleep_for(200us);
    }
    CHECK(sent < more_than_sockets_hold);
    CHECK(streaming.ends_within(2s));
}

TEST_CASE("a stopping server ends its streams, and one stream too many is refused")
{
    Streaming streaming{{.listen = "127.0.0.1:0", .workers = 1, .streams_max = 1}};
    RawClient client{streaming.server.port()};
    client.send(get);
    receive_until(client, "data: 0\n\n");
    const auto first = streaming.stream;
    RawClient second{streaming.server.port()};
    second.send(get);
    const auto refused = second.read();
    REQUIRE(refused);
    CHECK(refused->status == 503);
    CHECK(refused->header("Retry-After") == "30");

    const auto before = std::chrono::steady_clock::now();
    streaming.server.stop();
    CHECK(std::chrono::steady_clock::now() - before < 2s);
    CHECK(client.is_closed_within());
    CHECK(first.expired());
}

TEST_CASE("HEAD of a stream has no body and keeps nothing")
{
    Streaming streaming;
    RawClient client{streaming.server.port()};
    client.send("HEAD /flux HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.read(test_support::HasBody::No);
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(streaming.ends_within(1s));
}
