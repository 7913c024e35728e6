#include "kernel/http/client.hpp"
#include "kernel/http/server.hpp"

#include <doctest.h>

#include <stdexcept>
#include <thread>

using namespace std::chrono_literals;
using http::ClientRequest;
using http::Reach;
using http::Request;
using http::Response;
using http::Server;

namespace
{

const http::ServerOptions any_port{.listen = "127.0.0.1:0", .workers = 2};

ClientRequest to(const Server& server, const std::string& path)
{
    return {.address = "http://127.0.0.1:" + std::to_string(server.port()) + path,
            .reach = Reach::loopback_too};
}

} // namespace

TEST_CASE("what is sent to somebody else's server arrives whole, and so does the answer")
{
    Request seen;
    Server server{any_port, [&](Request& request) {
                      seen = request;
                      return Response::text("merci").with("X-Other", "1");
                  }};
    server.start();
    auto request = to(server, "/jobs?q=1");
    request.method = "POST";
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Idempotency-Key", "42"}};
    request.body = "to=%2B33612345678";
    const auto answer = http::send(request);
    CHECK(answer.status == 200);
    CHECK(answer.body == "merci");
    CHECK(seen.method == http::Method::Post);
    CHECK(seen.target == "/jobs?q=1");
    CHECK(seen.headers.get("Idempotency-Key") == "42");
    CHECK(seen.form.get("to") == "+33612345678");
}

TEST_CASE("a redirect is an answer, not followed")
{
    int asked = 0;
    Server server{any_port, [&](Request& request) {
                      ++asked;
                      return request.path == "/" ? Response::see_other("/elsewhere")
                                                 : Response::text("elsewhere");
                  }};
    server.start();
    const auto answer = http::send(to(server, "/"));
    CHECK(answer.status == 303);
    CHECK(asked == 1);
}

TEST_CASE("an answer that is too long or too late is a failure, and may have had its effect")
{
    Server server{any_port, [](Request& request) {
                      if (request.path == "/late") std::this_thread::sleep_for(400ms);
                      return Response::text(std::string(1'000, 'a'));
                  }};
    server.start();
    auto request = to(server, "/");
    request.answer_bytes_max = 1'000;
    CHECK(http::send(request).status == 200);
    request.answer_bytes_max = 999;
    const auto longer = http::send(request);
    CHECK(longer.status == 0);
    CHECK(longer.body.empty());
    CHECK(longer.has_left);
    auto late = to(server, "/late");
    late.time_max = 100ms;
    const auto missed = http::send(late);
    CHECK(missed.status == 0);
    CHECK(missed.has_left);
    CHECK_FALSE(missed.failure.empty());
}

TEST_CASE("where nobody listens nothing has left")
{
    const auto answer = http::send({.address = "http://127.0.0.1:9", .reach = Reach::loopback_too});
    CHECK(answer.status == 0);
    CHECK_FALSE(answer.has_left);
}

TEST_CASE("without encryption a request goes to this machine or nowhere")
{
    CHECK(http::is_reachable("https://api.example", Reach::https_only));
    CHECK_FALSE(http::is_reachable("http://127.0.0.1:80", Reach::https_only));
    CHECK(http::is_reachable("http://127.0.0.1:80/a", Reach::loopback_too));
    CHECK(http::is_reachable("http://localhost", Reach::loopback_too));
    CHECK(http::is_reachable("http://[::1]:80", Reach::loopback_too));
    for (const auto* address :
         {"http://api.example", "http://127.0.0.1.example", "http://localhost@api.example",
          "http://127.0.0.1:80@api.example", "ftp://127.0.0.1", "file:///etc/passwd", ""})
        CHECK_FALSE(http::is_reachable(address, Reach::loopback_too));
    CHECK_THROWS_AS(http::send({.address = "http://api.example"}), std::invalid_argument);
}
