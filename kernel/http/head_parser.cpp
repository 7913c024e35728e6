#include "kernel/http/head_parser.hpp"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <limits>

namespace http
{
namespace
{

namespace beast = boost::beast;

Method method_of(beast::http::verb verb)
{
    switch (verb) {
    case beast::http::verb::get:
        return Method::Get;
    case beast::http::verb::head:
        return Method::Head;
    case beast::http::verb::post:
        return Method::Post;
    case beast::http::verb::put:
        return Method::Put;
    case beast::http::verb::patch:
        return Method::Patch;
    case beast::http::verb::delete_:
        return Method::Delete;
    case beast::http::verb::options:
        return Method::Options;
    default:
        throw BadRequest{400, "unknown method"};
    }
}

} // namespace

RequestHead parse_head(std::string_view head)
{
    beast::http::request_parser<beast::http::empty_body> parser;
    // HeadScanner and the reader of the body keep the limits.
    parser.header_limit(std::numeric_limits<std::uint32_t>::max());
    parser.body_limit(boost::none);
    beast::error_code error;
    const auto used = parser.put(boost::asio::buffer(head.data(), head.size()), error);
    if (error || used != head.size() || !parser.is_header_done())
        throw BadRequest{400, error ? error.message() : "head not understood"};

    const auto& message = parser.get();
    RequestHead parsed;
    parsed.method = method_of(message.method());
    parsed.target = message.target();
    for (const auto& field : message)
        parsed.headers.add(field.name_string(), field.value());
    parsed.version = message.version() == 10 ? HttpVersion::Http10 : HttpVersion::Http11;
    parsed.framing = check_head(parsed.method, parsed.version, parsed.headers);
    parsed.keep_alive = parser.keep_alive();
    parsed.expects_continue = parsed.version == HttpVersion::Http11 && parsed.headers.has("Expect");
    return parsed;
}

} // namespace http
