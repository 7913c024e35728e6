#include "kernel/http/request_parser.hpp"

#include "kernel/base/text.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/parser.hpp>

#include <limits>

namespace http
{
namespace
{

namespace beast = boost::beast;

/// Collects decoded bytes in a string that the caller empties. Beast's string_body would reserve
/// the announced Content-Length up front.
struct DrainedBody {
    using value_type = std::string;

    class reader
    {
      public:
        template <bool isRequest, class Fields>
        reader(beast::http::header<isRequest, Fields>&, value_type& body) : body_{body}
        {
        }
        void init(const boost::optional<std::uint64_t>&, beast::error_code& error) { error = {}; }
        template <class Buffers>
        std::size_t put(const Buffers& buffers, beast::error_code& error)
        {
            error = {};
            std::size_t bytes = 0;
            for (auto it = boost::asio::buffer_sequence_begin(buffers);
                 it != boost::asio::buffer_sequence_end(buffers); ++it) {
                body_.append(static_cast<const char*>((*it).data()), (*it).size());
                bytes += (*it).size();
            }
            return bytes;
        }
        void finish(beast::error_code& error) { error = {}; }

      private:
        value_type& body_;
    };
};

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

bool has_bare_line_feed(std::string_view text)
{
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        if (at == 0 || text[at - 1] != '\r') return true;
    return false;
}

} // namespace

struct RequestParser::Beast {
    beast::http::request_parser<DrainedBody> parser;
    bool is_chunked = false;

    std::size_t put(std::string_view bytes)
    {
        beast::error_code error;
        const auto used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
        if (error && error != beast::http::error::need_more) throw BadRequest{400, error.message()};
        return used;
    }

    std::function<void(std::uint64_t, beast::string_view, beast::error_code&)> on_chunk =
        [](std::uint64_t, beast::string_view extension, beast::error_code& error) {
            if (extension.size() > chunk_extension_bytes_max)
                error = beast::http::error::bad_chunk_extension;
        };
};

RequestParser::RequestParser() : beast_{std::make_unique<Beast>()}
{
    // Limits are kept by HeadScanner and by the reader of the body.
    beast_->parser.header_limit(std::numeric_limits<std::uint32_t>::max());
    beast_->parser.body_limit(boost::none);
    beast_->parser.on_chunk_header(beast_->on_chunk);
}

RequestParser::~RequestParser() = default;

RequestHead RequestParser::parse_head(std::string_view head)
{
    auto& parser = beast_->parser;
    if (beast_->put(head) != head.size() || !parser.is_header_done())
        throw BadRequest{400, "head not understood"};

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
    beast_->is_chunked = parsed.framing.kind == BodyFraming::Kind::Chunked;
    parser.eager(true);
    return parsed;
}

std::size_t RequestParser::parse_body(std::string_view received, std::string& decoded)
{
    std::size_t used = 0;
    while (!is_done() && used < received.size()) {
        const auto now = beast_->put(received.substr(used));
        if (now == 0) break;
        used += now;
    }
    decoded += beast_->parser.get().body();
    beast_->parser.get().body().clear();
    const auto rest = received.substr(used);
    if (beast_->is_chunked && !is_done() &&
        (rest.size() > chunk_line_bytes_max || has_bare_line_feed(rest)))
        throw BadRequest{400, "chunk line not understood"};
    return used;
}

bool RequestParser::is_done() const
{
    return beast_->parser.is_done();
}

} // namespace http
