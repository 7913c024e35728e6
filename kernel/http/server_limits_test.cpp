#include "kernel/http/server.hpp"
#include "tests/support/raw_client.hpp"

#include <doctest.h>

#include <latch>
#include <thread>

using namespace std::chrono_literals;
using http::Request;
using http::Response;
using http::Server;
using test_support::HasBody;
using test_support::RawClient;
using Clock = std::chrono::steady_clock;

namespace
{

http::ServerOptions short_deadlines()
{
    return {.listen = "127.0.0.1:0",
            .workers = 2,
            .idle_timeout = 400ms,
            .header_timeout = 200ms,
            .body_stall_timeout = 200ms,
            .write_stall_timeout = 200ms,
            .stop_timeout = 2000ms};
}

Response ok(Request&)
{
    return Response::text("ok");
}

const std::string request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

/// How long the server takes to close after one byte each `pause`.
std::chrono::milliseconds drip(std::uint16_t port, std::string_view bytes,
                               std::chrono::milliseconds pause)
{
    RawClient client{port};
    const auto since = Clock::now();
    for (const char byte : bytes) {
        client.send({&byte, 1});
        if (client.read(HasBody::Yes, pause)) break;
        if (Clock::now() - since > 5s) break;
    }
    CHECK(client.is_closed_within());
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since);
}

} // namespace

TEST_CASE("a head that drips in is cut at an absolute deadline, whatever arrives")
{
    Server server{short_deadlines(), ok};
    server.start();
    const auto taken = drip(server.port(), "GET / HTTP/1.1\r\n" + std::string(500, 'a'), 20ms);
    CHECK(taken >= 190ms);
    CHECK(taken < 3s);

    RawClient slow{server.port()};
    slow.send("GET / HTTP/1.1\r\nHost: a\r\n");
    CHECK(slow.read()->status == 408);
    CHECK(slow.is_closed_within());
}

TEST_CASE("an idle connection is closed without a word")
{
    Server server{short_deadlines(), ok};
    server.start();
    RawClient fresh{server.port()};
    RawClient used{server.port()};
    used.send(request);
    CHECK(used.read()->status == 200);
    CHECK_FALSE(fresh.is_closed_within(20ms));
    CHECK(fresh.is_closed_within());
    CHECK(used.is_closed_within());
}

TEST_CASE("a body that stalls or crawls is cut")
{
    Server server{short_deadlines(), ok};
    server.start();
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n";
    RawClient stalled{server.port()};
    stalled.send(head + "abc");
    CHECK(stalled.read()->status == 408);
    CHECK(stalled.is_closed_within());

    RawClient crawling{server.port()};
    crawling.send(head);
    const auto since = Clock::now();
    while (Clock::now() - since < 5s && crawling.send("a"))
        if (crawling.read(HasBody::Yes, 10ms)) break;
    CHECK(Clock::now() - since < 3s);
}

TEST_CASE("a body over the limit is refused by its length, or as soon as it passes it")
{
    auto options = short_deadlines();
    options.body_stall_timeout = 60s;
    Server server{options, ok};
    server.start();
    RawClient announced{server.port()};
    announced.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n");
    CHECK(announced.read()->status == 413);
    CHECK(announced.is_closed_within());

    RawClient chunked{server.port()};
    chunked.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    const auto chunk = "8000\r\n" + std::string(0x8000, 'a') + "\r\n";
    chunked.send(chunk + chunk);
    CHECK_FALSE(chunked.read(HasBody::Yes, 50ms));
    chunked.send("1\r\na\r\n");
    CHECK(chunked.read()->status == 413);
    CHECK(chunked.is_closed_within());
}

TEST_CASE("too long a target, head or field list has its own refusal")
{
    Server server{short_deadlines(), ok};
    server.start();
    const auto status = [&](std::string_view bytes) {
        RawClient client{server.port()};
        client.send(bytes);
        const auto answer = client.read();
        CHECK(client.is_closed_within());
        return answer ? answer->status : 0;
    };
    CHECK(status("GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
    CHECK(status("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'a') + "\r\n\r\n") ==
          431);
    std::string fields;
    for (int i = 0; i < 100; ++i)
        fields += "X: a\r\n";
    CHECK(status("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n") == 431);
}

TEST_CASE("a full queue answers 503 at once and the connection lives on")
{
    std::latch started{1};
    std::latch release{1};
    auto options = short_deadlines();
    options.workers = 1;
    options.queue_max = 1;
    Server server{options, [&](Request&) {
                      if (!started.try_wait()) started.count_down();
                      release.wait();
                      return Response::text("ok");
                  }};
    server.start();
    RawClient running{server.port()};
    RawClient waiting{server.port()};
    RawClient refused{server.port()};
    running.send(request);
    started.wait();
    waiting.send(request);
    while (server.statistics().queue_length < 1)
        std::this_thread::yield();
    refused.send(request);
    const auto busy = refused.read(HasBody::Yes, 1s);
    REQUIRE(busy);
    CHECK(busy->status == 503);
    CHECK(busy->header("Retry-After") == "1");
    CHECK(server.statistics().refused_busy == 1);
    release.count_down();
    CHECK(running.read()->status == 200);
    CHECK(waiting.read()->status == 200);
    refused.send(request);
    CHECK(refused.read()->status == 200);
}

TEST_CASE("a graceful stop answers what is in flight and closes what is idle")
{
    std::latch started{1};
    std::latch release{1};
    auto options = short_deadlines();
    options.idle_timeout = 60s;
    options.stop_timeout = 60s;
    Server server{options, [&](Request&) {
                      started.count_down();
                      release.wait();
                      return Response::text("done");
                  }};
    server.start();
    const auto port = server.port();
    RawClient idle{port};
    RawClient busy{port};
    busy.send(request + request);
    started.wait();
    const auto since = Clock::now();
    std::thread stopping{[&] { server.stop(); }};
    CHECK(idle.is_closed_within());
    release.count_down();
    const auto answer = busy.read();
    REQUIRE(answer);
    CHECK(answer->body == "done");
    CHECK(answer->header("Connection") == "close");
    CHECK_FALSE(busy.read(HasBody::Yes, 10ms));
    busy.finish_sending();
    stopping.join();
    CHECK(Clock::now() - since < 10s);
    CHECK_THROWS(RawClient{port});
    server.stop();
}

TEST_CASE("a client that does not read is cut and holds back nobody")
{
    const std::string large(30'000'000, 'x');
    Server server{short_deadlines(), [&](Request& asked) {
                      return Response::text(asked.path == "/large" ? large : "ok");
                  }};
    server.start();
    RawClient deaf{server.port()};
    deaf.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    RawClient other{server.port()};
    other.send(request);
    CHECK(other.read()->body == "ok");
    const auto since = Clock::now();
    while (server.statistics().connections_open > 1 && Clock::now() - since < 3s) {
        std::this_thread::sleep_for(10ms);
        other.send(request);
        other.read();
    }
    CHECK(server.statistics().connections_open == 1);
    CHECK(deaf.receive(1).size() == 1);
}

TEST_CASE("a thousand idle connections cost little and delay nobody")
{
    auto options = short_deadlines();
    options.idle_timeout = 60s;
    options.queue_max = 1000;
    Server server{options, ok};
    server.start();
    std::vector<RawClient> idle;
    for (int i = 0; i < 1000; ++i)
        idle.emplace_back(server.port());
    for (auto& client : idle)
        client.send(request);
    for (auto& client : idle)
        REQUIRE(client.read()->status == 200);
    CHECK(server.statistics().connections_open == 1000);
    RawClient one{server.port()};
    const auto since = Clock::now();
    one.send(request);
    CHECK(one.read()->status == 200);
    CHECK(Clock::now() - since < 1s);
}

TEST_CASE("connections beyond the total are closed at once")
{
    auto options = short_deadlines();
    options.connections_max = 2;
    options.idle_timeout = 60s;
    Server server{options, ok};
    server.start();
    RawClient first{server.port()};
    RawClient second{server.port()};
    RawClient third{server.port()};
    CHECK(third.is_closed_within());
    first.send(request);
    CHECK(first.read()->status == 200);
}
