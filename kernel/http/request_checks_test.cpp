#include "kernel/http/request_checks.hpp"

#include <doctest.h>

using http::BadRequest;
using http::HeadScanner;
using http::HttpVersion;
using http::Method;

namespace
{

constexpr http::HeadLimits small{.bytes_max = 200, .fields_max = 3, .target_bytes_max = 40};

/// The status of the refusal, 200 when the head ended, 0 when more is needed.
int scan(std::string_view head)
{
    HeadScanner scanner{small};
    try {
        return scanner.scan(head) ? 200 : 0;
    } catch (const BadRequest& bad) {
        return bad.status;
    }
}

int check(http::Headers headers, Method method = Method::Post,
          HttpVersion version = HttpVersion::Http11)
{
    try {
        http::check_head(method, version, headers);
        return 200;
    } catch (const BadRequest& bad) {
        return bad.status;
    }
}

http::Headers head(std::initializer_list<std::pair<const char*, const char*>> fields)
{
    http::Headers headers;
    for (const auto& [name, value] : fields)
        headers.add(name, value);
    return headers;
}

} // namespace

TEST_CASE("the end of a head is found wherever the bytes are cut")
{
    const std::string_view whole = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        HeadScanner scanner{small};
        CHECK_FALSE(scanner.scan(whole.substr(0, cut)));
        CHECK(scanner.scan(std::string{whole} + "GET") == whole.size());
    }
}

TEST_CASE("a bare CR or LF, a folded line or a control character is refused at once")
{
    CHECK(scan("GET / HTTP/1.1\r\nHost: a\r\n\r\n") == 200);
    CHECK(scan("GET / HTTP/1.1\r\nHost:\ta\r\n\r\n") == 200);
    CHECK(scan("GET / HTTP/1.1\n") == 400);
    CHECK(scan("GET / HTTP/1.1\r\nA: b\rc") == 400);
    CHECK(scan("GET / HTTP/1.1\r\nA: b\r\r") == 400);
    CHECK(scan("GET / HTTP/1.1\r\nA: b\r\n c") == 400);
    CHECK(scan("GET / HTTP/1.1\r\nA: b\r\n\tc") == 400);
    CHECK(scan("GET / HTTP/1.1\r\nA: \x0b") == 400);
    CHECK(scan("GET / HTTP/1.1\r\nA: \x7f") == 400);
    CHECK(scan("\r\nGET") == 400);
    CHECK(scan("\n") == 400);
}

TEST_CASE("a head is refused when its target, size or number of fields passes the limit")
{
    const std::string target(40, 'a');
    CHECK(scan("GET /" + target.substr(1) + " HTTP/1.1\r\nHost: a\r\n\r\n") == 200);
    CHECK(scan("GET /" + target + target) == 414);
    CHECK(scan("GET / HTTP/1.1\r\nA: b\r\nA: b\r\nA: b\r\n\r\n") == 200);
    CHECK(scan("GET / HTTP/1.1\r\nA: b\r\nA: b\r\nA: b\r\nA: b\r\n\r\n") == 431);
    CHECK(scan("GET / HTTP/1.1\r\nA: " + std::string(200, 'b')) == 431);
}

TEST_CASE("one length is understood, two readings never")
{
    CHECK(check(head({{"Host", "a"}, {"Content-Length", "3"}})) == 200);
    CHECK(check(head({{"Host", "a"}, {"Transfer-Encoding", "Chunked"}})) == 200);
    CHECK(check(head({{"Host", "a"}, {"Content-Length", "3"}, {"content-length", "3"}})) == 400);
    for (const auto* length : {"3, 3", "+3", "-1", "0x3", "", "3 ", "18446744073709551617"})
        CHECK(check(head({{"Host", "a"}, {"Content-Length", length}})) == 400);
    for (const auto* coding : {"gzip", "gzip, chunked", "chunked, chunked", "xchunked", ""})
        CHECK(check(head({{"Host", "a"}, {"Transfer-Encoding", coding}})) == 400);
    CHECK(check(head({{"Host", "a"}, {"Transfer-Encoding", "chunked"}, {"Content-Length", "3"}})) ==
          400);
    CHECK(check(head({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}), Method::Post,
                HttpVersion::Http10) == 400);
}

TEST_CASE("reading methods carry no body")
{
    for (const auto method : {Method::Get, Method::Head}) {
        CHECK(check(head({{"Host", "a"}, {"Content-Length", "0"}}), method) == 200);
        CHECK(check(head({{"Host", "a"}, {"Content-Length", "1"}}), method) == 400);
        CHECK(check(head({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}), method) == 400);
    }
}

TEST_CASE("exactly one valid Host is needed, except in HTTP/1.0")
{
    CHECK(check(head({})) == 400);
    CHECK(check(head({}), Method::Get, HttpVersion::Http10) == 200);
    CHECK(check(head({{"Host", "a"}, {"host", "a"}})) == 400);
    CHECK(check(head({{"Host", "a"}, {"host", "b"}}), Method::Get, HttpVersion::Http10) == 400);
    for (const auto* good : {"etabli.example", "a:8080", "127.0.0.1", "[::1]", "[::1]:80", "a:"})
        CHECK(http::is_valid_host(good));
    for (const auto* bad : {"", "a b", "a/b", "a@b", "a:b", "a:123456", "[::1", "[]", "[::1]x",
                            ":80", "a,b", "a\"b", "é"})
        CHECK_FALSE(http::is_valid_host(bad));
}

TEST_CASE("coded bodies and unknown expectations are refused by name")
{
    CHECK(check(head({{"Host", "a"}, {"Content-Length", "1"}, {"Content-Encoding", "gzip"}})) ==
          415);
    CHECK(check(head({{"Host", "a"}, {"Expect", "100-Continue"}})) == 200);
    CHECK(check(head({{"Host", "a"}, {"Expect", "200-ok"}})) == 417);
}
