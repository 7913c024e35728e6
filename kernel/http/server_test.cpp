#include "kernel/base/refusal.hpp"
#include "kernel/http/server.hpp"
#include "tests/support/raw_client.hpp"

#include <doctest.h>
#include <unistd.h>

#include <fstream>
#include <latch>
#include <thread>

using namespace std::chrono_literals;
using http::Request;
using http::Response;
using http::Server;
using test_support::HasBody;
using test_support::RawClient;

namespace
{

const http::ServerOptions any_port{.listen = "127.0.0.1:0", .workers = 2};

std::string get(std::string_view target, std::string_view headers = "")
{
    return "GET " + std::string{target} + " HTTP/1.1\r\nHost: a\r\n" + std::string{headers} +
           "\r\n";
}

std::string post(std::string_view type, std::string_view body)
{
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: " + std::string{type} +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string{body};
}

Response echo_path(Request& request)
{
    return Response::text(request.path);
}

} // namespace

TEST_CASE("a request reaches the handler whole")
{
    Request seen;
    Server server{any_port, [&](Request& request) {
                      seen = request;
                      return Response::text("ok");
                  }};
    server.start();
    RawClient client{server.port()};
    client.send("GET /caf%C3%A9?q=a+b HTTP/1.1\r\nHost: Atelier.Example:80\r\nCookie: a=b\r\n\r\n");
    const auto answer = client.read();
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->body == "ok");
    CHECK(answer->header("Date").ends_with(" GMT"));
    CHECK(seen.target == "/caf%C3%A9?q=a+b");
    CHECK(seen.path == "/café");
    CHECK(seen.query.get("q") == "a b");
    CHECK(seen.host == "atelier.example:80");
    CHECK(seen.cookie("a") == "b");
    CHECK(seen.peer == "127.0.0.1");
    CHECK_FALSE(seen.is_https);
    CHECK(seen.id.size() == 16);
}

TEST_CASE("a trusted proxy speaks for its client")
{
    Request seen;
    auto options = any_port;
    options.trusted_proxies = {"127.0.0.0/8"};
    Server server{options, [&](Request& request) {
                      seen = request;
                      return Response::text("ok");
                  }};
    server.start();
    RawClient client{server.port()};
    client.send(get("/", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"));
    REQUIRE(client.read());
    CHECK(seen.peer == "203.0.113.9");
    CHECK(seen.is_https);
}

TEST_CASE("pipelined requests are answered in order, even when the first is slow")
{
    Server server{any_port, [](Request& request) {
                      if (request.path == "/1") std::this_thread::sleep_for(100ms);
                      return Response::text(request.path);
                  }};
    server.start();
    RawClient client{server.port()};
    client.send(get("/1") + get("/2") + get("/3") + get("/4"));
    for (const auto* expected : {"/1", "/2", "/3", "/4"}) {
        const auto answer = client.read();
        REQUIRE(answer);
        CHECK(answer->body == expected);
    }
}

TEST_CASE("a connection is kept when the protocol and the client say so")
{
    Server server{any_port, echo_path};
    server.start();
    RawClient modern{server.port()};
    modern.send(get("/"));
    CHECK(modern.read()->header("Connection").empty());
    modern.send(get("/", "Connection: close\r\n"));
    CHECK(modern.read()->header("Connection") == "close");
    CHECK(modern.is_closed_within());

    RawClient old{server.port()};
    old.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(old.read()->header("Connection") == "keep-alive");
    old.send("GET / HTTP/1.0\r\n\r\n");
    CHECK(old.read()->header("Connection") == "close");
    CHECK(old.is_closed_within());
}

TEST_CASE("HEAD gets the head of GET and no body")
{
    Server server{any_port, [](Request&) {
                      auto response = Response::html("bonjour");
                      response.etag = "v1";
                      return response;
                  }};
    server.start();
    RawClient client{server.port()};
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + get("/"));
    const auto head = client.read(HasBody::No);
    REQUIRE(head);
    CHECK(head->header("Content-Length") == "7");
    CHECK(client.read()->body == "bonjour");
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\nIf-None-Match: W/\"v1\"\r\n\r\n" +
                get("/", "If-None-Match: \"v1\"\r\n"));
    for (int i = 0; i < 2; ++i) {
        const auto known = client.read();
        CHECK(known->status == 304);
        CHECK(known->header("ETag") == "W/\"v1\"");
        CHECK(known->header("Content-Length").empty());
    }
}

TEST_CASE("pages are compressed for clients that take it")
{
    const std::string page(20'000, 'x');
    Server server{any_port, [&](Request&) { return Response::html(page); }};
    server.start();
    RawClient client{server.port()};
    for (const auto* coding : {"br", "gzip"}) {
        client.send(get("/", "Accept-Encoding: " + std::string{coding} + "\r\n"));
        const auto answer = client.read();
        REQUIRE(answer);
        CHECK(answer->header("Content-Encoding") == coding);
        CHECK(answer->body.size() < 200);
    }
    client.send(get("/"));
    CHECK(client.read()->body == page);
}

TEST_CASE("a file is sent whole, by range, or refused beyond its end")
{
    const auto path =
        std::filesystem::temp_directory_path() / ("etabli-range-" + std::to_string(::getpid()));
    std::string content;
    for (int i = 0; content.size() < 1'000'000; ++i)
        content += std::to_string(i);
    std::ofstream{path} << content;
    Server server{any_port, [&](Request& request) {
                      Response response;
                      response.file = {.path = request.path == "/gone" ? "/nowhere" : path,
                                       .size = content.size()};
                      response.etag = "v1";
                      return response;
                  }};
    server.start();
    RawClient client{server.port()};
    client.send(get("/"));
    const auto whole = client.read();
    CHECK(whole->status == 200);
    CHECK(whole->body == content);
    CHECK(whole->header("Accept-Ranges") == "bytes");

    client.send(get("/", "Range: bytes=500000-699999\r\nIf-Range: \"v1\"\r\n"));
    const auto part = client.read();
    CHECK(part->status == 206);
    CHECK(part->body == content.substr(500'000, 200'000));
    CHECK(part->header("Content-Range") == "bytes 500000-699999/" + std::to_string(content.size()));

    client.send(get("/", "Range: bytes=5-9\r\nIf-Range: \"v0\"\r\n"));
    CHECK(client.read()->status == 200);
    client.send(get("/", "Range: bytes=0-1,5-6\r\n"));
    CHECK(client.read()->status == 200);
    client.send(get("/", "Range: bytes=2000000-\r\n"));
    CHECK(client.read()->status == 416);
    client.send(get("/gone"));
    CHECK(client.read()->status == 404);
    std::filesystem::remove(path);
}

TEST_CASE("bodies arrive as form, files or raw text, by their type")
{
    auto options = any_port;
    options.temporary_folder = std::filesystem::temp_directory_path();
    std::filesystem::path kept;
    const auto describe = [&](Request& request) {
        std::string text = request.body;
        for (const auto& [name, value] : request.form.all())
            text += name + '=' + value + ';';
        for (const auto& file : request.files) {
            text += file.field + ':' + file.file_name + ':' + std::to_string(file.bytes);
            kept = *file.content;
            CHECK(std::filesystem::file_size(kept) == file.bytes);
        }
        return Response::text(text);
    };
    Server server{options, describe, {}, [](const Request& request) {
                      return http::BodyPolicy{.bytes_max = 4'000'000,
                                              .accepts_files =
                                                  request.method == http::Method::Post};
                  }};
    server.start();
    RawClient client{server.port()};
    client.send(post("application/json", R"({"a":1})"));
    CHECK(client.read()->body == R"({"a":1})");
    client.send(post("application/x-www-form-urlencoded", "a=1&b=%C3%A9"));
    CHECK(client.read()->body == "a=1;b=é;");
    client.send(post("application/x-www-form-urlencoded", "a=%zz"));
    CHECK(client.read()->status == 400);

    const std::string film(3'000'000, 'f');
    const auto body = "--x\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\nun\r\n--x\r\n"
                      "Content-Disposition: form-data; name=\"film\"; filename=\"f.mp4\"\r\n\r\n" +
                      film + "\r\n--x--\r\n";
    client.send(post("multipart/form-data; boundary=x", body));
    CHECK(client.read()->body == "t=un;film:f.mp4:3000000");
    CHECK_FALSE(std::filesystem::exists(kept));
}

TEST_CASE("a chunked body is joined and its extensions dropped")
{
    Server server{any_port, [](Request& request) { return Response::text(request.body); }};
    server.start();
    RawClient client{server.port()};
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\n\r\n" +
                get("/"));
    CHECK(client.read()->body == "abcde");
    CHECK(client.read()->status == 200);
}

TEST_CASE("a client that expects 100-continue is told to go on, or refused before it sends")
{
    Server server{any_port, [](Request& request) { return Response::text(request.body); }};
    server.start();
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n";
    RawClient client{server.port()};
    client.send(head + "Content-Length: 3\r\n\r\n");
    CHECK(client.read()->status == 100);
    client.send("abc");
    CHECK(client.read()->body == "abc");

    client.send(head + "Content-Length: 99999999\r\n\r\n");
    CHECK(client.read()->status == 413);
    CHECK(client.is_closed_within());
}

TEST_CASE("what needs no waiting is answered without a worker")
{
    std::latch release{1};
    auto options = any_port;
    options.workers = 1;
    Server server{options,
                  [&](Request&) {
                      release.wait();
                      return Response::text("slow");
                  },
                  [](const Request& request) -> std::optional<Response> {
                      if (request.path != "/healthz") return {};
                      return Response::text("ok");
                  }};
    server.start();
    RawClient slow{server.port()};
    slow.send(get("/"));
    RawClient fast{server.port()};
    fast.send(get("/healthz"));
    CHECK(fast.read()->body == "ok");
    release.count_down();
    CHECK(slow.read()->body == "slow");
}

TEST_CASE("a handler that throws costs one answer, not the server")
{
    Server server{any_port, [](Request& request) -> Response {
                      if (request.path == "/bad") throw http::BadRequest{415, "no"};
                      throw std::runtime_error{"disk full"};
                  }};
    server.start();
    RawClient client{server.port()};
    client.send(get("/") + get("/bad"));
    const auto fault = client.read();
    CHECK(fault->status == 500);
    CHECK(fault->body.find("disk") == std::string::npos);
    CHECK(client.read()->status == 415);
}

TEST_CASE("an address that cannot be listened on is refused with its name")
{
    Server first{any_port, echo_path};
    first.start();
    auto options = any_port;
    for (const auto& listen : {"127.0.0.1:" + std::to_string(first.port()), std::string{"nowhere"},
                               std::string{"127.0.0.1:99999"}}) {
        options.listen = listen;
        Server second{options, echo_path};
        CHECK_THROWS_AS(second.start(), base::Refusal);
    }
}
