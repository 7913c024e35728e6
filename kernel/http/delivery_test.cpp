#include "kernel/http/compression.hpp"
#include "kernel/http/conditional.hpp"
#include "kernel/http/delivery.hpp"
#include "kernel/http/ranges.hpp"

#include <brotli/decode.h>
#include <doctest.h>
#include <zlib.h>

using http::ByteRange;
using http::Coding;
using http::Compress;
using http::Method;
using http::Response;

namespace
{

const std::string page(5000, 'x');

http::Request reading(std::initializer_list<std::pair<const char*, const char*>> headers,
                      Method method = Method::Get)
{
    http::Request request;
    request.method = method;
    for (const auto& [name, value] : headers)
        request.headers.add(name, value);
    return request;
}

Response tagged(int status = 200)
{
    auto response = Response::html(page, status);
    response.etag = "v1";
    return response;
}

std::string gunzip(std::string_view bytes)
{
    std::string plain(page.size() + 1, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string input{bytes};
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

} // namespace

TEST_CASE("If-None-Match compares tags weakly, in a list, and ignores what is malformed")
{
    CHECK(http::none_match_names("\"v1\"", "v1"));
    CHECK(http::none_match_names("W/\"v1\"", "v1"));
    CHECK(http::none_match_names("\"a,b\", W/\"v1\"", "v1"));
    CHECK(http::none_match_names("*", "v1"));
    CHECK_FALSE(http::none_match_names("", "v1"));
    CHECK_FALSE(http::none_match_names("\"v2\"", "v1"));
    CHECK_FALSE(http::none_match_names("v1", "v1"));
    CHECK_FALSE(http::none_match_names("\"v1", "v1"));
    CHECK_FALSE(http::none_match_names("\"a\" \"v1\"", "v1"));
}

TEST_CASE("a known tag gets a 304 without body, for reading methods and 200 only")
{
    for (const auto method : {Method::Get, Method::Head}) {
        const auto known = http::prepare(reading({{"If-None-Match", "W/\"v1\""}}, method), tagged(),
                                         Compress::Yes);
        CHECK(known.response.status == 304);
        CHECK(known.response.body.empty());
        CHECK(known.response.headers.get("ETag") == "W/\"v1\"");
        CHECK(known.response.headers.get("Vary") == "Accept-Encoding");
    }
    const auto posted =
        http::prepare(reading({{"If-None-Match", "*"}}, Method::Post), tagged(), Compress::Yes);
    CHECK(posted.response.status == 200);
    const auto refused =
        http::prepare(reading({{"If-None-Match", "*"}}), tagged(422), Compress::Yes);
    CHECK(refused.response.status == 422);
    CHECK_FALSE(refused.response.headers.has("ETag"));
}

TEST_CASE("the coding with the higher weight is chosen, Brotli when equal")
{
    CHECK(http::choose_coding("gzip, deflate, br, zstd") == Coding::Brotli);
    CHECK(http::choose_coding("gzip, deflate") == Coding::Gzip);
    CHECK(http::choose_coding("br;q=0.5, gzip;q=0.8") == Coding::Gzip);
    CHECK(http::choose_coding("BR;Q=0.001") == Coding::Brotli);
    CHECK(http::choose_coding("br;q=0, gzip;q=0.0") == Coding::Identity);
    CHECK(http::choose_coding("*") == Coding::Brotli);
    CHECK(http::choose_coding("br;q=0, *;q=0.1") == Coding::Gzip);
    CHECK(http::choose_coding("") == Coding::Identity);
    CHECK(http::choose_coding("identity, deflate") == Coding::Identity);
}

TEST_CASE("a compressed answer gives back its text")
{
    const auto zipped =
        http::prepare(reading({{"Accept-Encoding", "gzip"}}), Response::html(page), Compress::Yes);
    CHECK(zipped.response.headers.get("Content-Encoding") == "gzip");
    CHECK(zipped.bytes == zipped.response.body.size());
    CHECK(gunzip(zipped.response.body) == page);

    const auto packed =
        http::prepare(reading({{"Accept-Encoding", "br"}}), Response::html(page), Compress::Yes);
    CHECK(packed.response.headers.get("Content-Encoding") == "br");
    std::string plain(page.size(), '\0');
    std::size_t size = plain.size();
    CHECK(BrotliDecoderDecompress(
              packed.response.body.size(),
              reinterpret_cast<const std::uint8_t*>(packed.response.body.data()), &size,
              reinterpret_cast<std::uint8_t*>(plain.data())) == BROTLI_DECODER_RESULT_SUCCESS);
    CHECK(plain == page);
}

TEST_CASE("short bodies, images and what is coded already are sent as they are")
{
    const auto request = reading({{"Accept-Encoding", "br"}});
    const auto coding_of = [&](Response response) {
        return std::string{http::prepare(request, std::move(response), Compress::Yes)
                               .response.headers.get("Content-Encoding")};
    };
    CHECK(coding_of(Response::html(std::string(http::compressed_bytes_min, 'x'))) == "br");
    CHECK(coding_of(Response::html(std::string(http::compressed_bytes_min - 1, 'x'))).empty());
    CHECK(coding_of(Response::html(page).with("Content-Type", "image/png")).empty());
    CHECK(coding_of(Response::html(page).with("Content-Encoding", "gzip")) == "gzip");
    CHECK(coding_of(Response::json(page)) == "br");
}

TEST_CASE("compressible answers say that they vary, compressed or not")
{
    const auto plain =
        http::prepare(reading({}), Response::html(page).with("Vary", "Cookie"), Compress::Yes);
    CHECK(plain.response.headers.get("Vary") == "Cookie, Accept-Encoding");
    CHECK(plain.response.body == page);
}

TEST_CASE("a range is read as bytes of the file")
{
    const auto range = [](std::string_view text) {
        return std::get<ByteRange>(http::parse_range(text, 100));
    };
    CHECK(range("bytes=0-0") == ByteRange{.offset = 0, .bytes = 1});
    CHECK(range("bytes=10-19") == ByteRange{.offset = 10, .bytes = 10});
    CHECK(range("bytes=90-") == ByteRange{.offset = 90, .bytes = 10});
    CHECK(range("bytes=90-900") == ByteRange{.offset = 90, .bytes = 10});
    CHECK(range("bytes=-10") == ByteRange{.offset = 90, .bytes = 10});
    CHECK(range("bytes=-900") == ByteRange{.offset = 0, .bytes = 100});
    for (const auto* beyond : {"bytes=100-", "bytes=100-200", "bytes=-0"})
        CHECK(std::holds_alternative<http::RangeNotSatisfiable>(http::parse_range(beyond, 100)));
    for (const auto* whole :
         {"", "bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=0-1,5-6", "lines=1-2",
          "bytes=0-x", "bytes= 0-1", "bytes=99999999999999999999-"})
        CHECK(std::holds_alternative<http::WholeContent>(http::parse_range(whole, 100)));
}

TEST_CASE("If-Range wants exactly the strong tag")
{
    CHECK(http::if_range_allows("", "v1"));
    CHECK(http::if_range_allows("\"v1\"", "v1"));
    CHECK_FALSE(http::if_range_allows("W/\"v1\"", "v1"));
    CHECK_FALSE(http::if_range_allows("\"v2\"", "v1"));
    CHECK_FALSE(http::if_range_allows("\"\"", ""));
    CHECK_FALSE(http::if_range_allows("Sun, 06 Nov 1994 08:49:37 GMT", "v1"));
}

TEST_CASE("a head holds the server's own Date, Content-Length and Connection")
{
    http::Delivery delivery;
    delivery.response = Response::text("abc").with("Content-Length", "99").with("X-A", "b");
    delivery.bytes = 3;
    CHECK(http::write_head(delivery, http::After::Close, "today") ==
          "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Type: text/plain; charset=utf-8\r\nX-A: b\r\n"
          "Content-Length: 3\r\nConnection: close\r\n\r\n");
    delivery.response = {};
    delivery.response.status = 204;
    CHECK(http::write_head(delivery, http::After::KeepAlive, "today") ==
          "HTTP/1.1 204 No Content\r\nDate: today\r\n\r\n");
    CHECK(http::http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
}
