#include "kernel/http/body_decoder.hpp"

#include <doctest.h>

using http::BadRequest;
using http::BodyDecoder;
using http::BodyFraming;

namespace
{

/// What a server would make of the bytes when they arrive `step` at a time: the decoded body and
/// what is left behind it, or the status of the refusal.
std::string read(BodyFraming framing, std::string_view bytes, std::size_t step)
{
    BodyDecoder decoder{framing};
    std::string buffer;
    std::string body;
    try {
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            buffer += bytes.substr(at, step);
            buffer.erase(0, decoder.decode(buffer, body));
        }
    } catch (const BadRequest& bad) {
        return std::to_string(bad.status);
    }
    return decoder.is_done() ? body + '|' + buffer : "incomplete";
}

void check_at_every_step(BodyFraming framing, std::string_view bytes, std::string_view expected)
{
    CAPTURE(bytes);
    for (std::size_t step = 1; step <= bytes.size(); ++step)
        CHECK(read(framing, bytes, step) == expected);
}

constexpr BodyFraming chunked{.kind = BodyFraming::Kind::Chunked};
constexpr BodyFraming three_bytes{.kind = BodyFraming::Kind::Sized, .bytes = 3};

} // namespace

TEST_CASE("the same body means the same wherever it is cut")
{
    check_at_every_step(three_bytes, "abcPOST", "abc|POST");
    check_at_every_step(three_bytes, "ab", "incomplete");
    check_at_every_step(chunked, "3\r\nabc\r\n0A\r\n0123456789\r\n0\r\n\r\nGET",
                        "abc0123456789|GET");
    check_at_every_step(chunked, "3;x=\"y\"\r\nabc\r\n0;z\r\n\r\n", "abc|");
    check_at_every_step(chunked, "00\r\n\r\n", "|");
    check_at_every_step(chunked, "3\r\nab", "incomplete");
    CHECK(BodyDecoder{{}}.is_done());
}

TEST_CASE("a chunk that could be read two ways is refused wherever it is cut")
{
    for (const auto* body :
         {"0x2\r\n", "+2\r\n", "-1\r\n", " 2\r\n", "2 \r\n", "\r\n", ";a\r\n", "2\nab", "2\r\r",
          "2;a\nb", "2;a\rb", "2\r\nabXX", "2\r\nab\n", "1000000000000000\r\n",
          "0\r\nContent-Length: 5\r\n\r\n", "0\r\n\n", "0\r\n\r\r"})
        check_at_every_step(chunked, body, "400");
}

TEST_CASE("chunk extensions are bounded")
{
    const std::string longest(http::chunk_extension_bytes_max, 'a');
    CHECK(read(chunked, "1;" + longest + "\r\na\r\n0\r\n\r\n", 100) == "a|");
    CHECK(read(chunked, "1;" + longest + "a", 100) == "400");
}
