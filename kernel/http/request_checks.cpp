#include "kernel/http/request_checks.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace http
{
namespace
{

constexpr std::size_t around_target =
    sizeof("OPTIONS  HTTP/1.1\r\n"); ///< bytes of the request line

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::vector<std::string_view> every(const Headers& headers, std::string_view name)
{
    std::vector<std::string_view> values;
    for (const auto& [key, value] : headers.all())
        if (key.size() == name.size() && base::lower_ascii(key) == name) values.push_back(value);
    return values;
}

void check_host(HttpVersion version, const Headers& headers)
{
    const auto hosts = every(headers, "host");
    if (hosts.empty() && version == HttpVersion::Http10) return;
    if (hosts.size() != 1 || !is_valid_host(hosts.front()))
        throw BadRequest{400, "exactly one valid Host is needed"};
}

std::uint64_t read_length(std::string_view text)
{
    std::uint64_t bytes = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, bytes);
    if (text.empty() || error != std::errc{} || stop != end)
        throw BadRequest{400, "Content-Length is not a number"};
    return bytes;
}

BodyFraming framing_of(HttpVersion version, const Headers& headers)
{
    using enum BodyFraming::Kind;
    const auto lengths = every(headers, "content-length");
    const auto codings = every(headers, "transfer-encoding");
    if (!codings.empty()) {
        if (codings.size() > 1 || base::lower_ascii(codings.front()) != "chunked")
            throw BadRequest{400, "Transfer-Encoding is not chunked"};
        if (!lengths.empty()) throw BadRequest{400, "two lengths"};
        if (version == HttpVersion::Http10) throw BadRequest{400, "chunked in HTTP/1.0"};
        return {.kind = Chunked};
    }
    if (lengths.empty()) return {};
    if (lengths.size() > 1) throw BadRequest{400, "Content-Length repeated"};
    const auto bytes = read_length(lengths.front());
    return {.kind = bytes == 0 ? None : Sized, .bytes = bytes};
}

bool is_port(std::string_view text)
{
    return text.empty() || (text.size() <= 5 && std::ranges::all_of(text, is_digit));
}

bool is_host_character(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '.' || c == '_';
}

bool is_address_character(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
}

} // namespace

std::optional<std::size_t> HeadScanner::scan(std::string_view received)
{
    while (scanned_ < received.size()) {
        check_byte(received);
        ++scanned_;
        if (received[scanned_ - 1] == '\n' && end_line()) return scanned_;
        check_size();
    }
    return {};
}

void HeadScanner::check_byte(std::string_view received) const
{
    const char byte = received[scanned_];
    const bool after_return = scanned_ > line_start_ && received[scanned_ - 1] == '\r';
    if (after_return != (byte == '\n')) throw BadRequest{400, "bare CR or LF"};
    if (byte == '\r' || byte == '\n') return;
    if (lines_ > 0 && scanned_ == line_start_ && (byte == ' ' || byte == '\t'))
        throw BadRequest{400, "folded header line"};
    const auto code = static_cast<unsigned char>(byte);
    if ((code < 0x20 && byte != '\t') || code == 0x7f) throw BadRequest{400, "control character"};
}

bool HeadScanner::end_line()
{
    const bool is_empty = scanned_ - line_start_ == 2;
    if (is_empty && lines_ == 0) throw BadRequest{400, "empty request line"};
    line_start_ = scanned_;
    ++lines_;
    return is_empty;
}

void HeadScanner::check_size() const
{
    if (lines_ == 0 && scanned_ > limits_.target_bytes_max + around_target)
        throw BadRequest{414, "target too long"};
    if (scanned_ >= limits_.bytes_max || lines_ > limits_.fields_max + 1)
        throw BadRequest{431, "head too large"};
}

BodyFraming check_head(Method method, HttpVersion version, const Headers& headers)
{
    check_host(version, headers);
    const auto framing = framing_of(version, headers);
    const bool has_body = framing.kind != BodyFraming::Kind::None;
    if (has_body && (method == Method::Get || method == Method::Head))
        throw BadRequest{400, "body on a reading method"};
    const auto coding = headers.get("Content-Encoding");
    if (has_body && !coding.empty() && base::lower_ascii(coding) != "identity")
        throw BadRequest{415, "coded body"};
    const auto expectation = headers.get("Expect");
    if (!expectation.empty() && base::lower_ascii(expectation) != "100-continue")
        throw BadRequest{417, "unknown expectation"};
    return framing;
}

bool is_valid_host(std::string_view host)
{
    if (host.starts_with('[')) {
        const auto close = host.find(']');
        if (close == std::string_view::npos || close < 3) return false;
        const auto rest = host.substr(close + 1);
        return std::ranges::all_of(host.substr(1, close - 1), is_address_character) &&
               (rest.empty() || (rest.front() == ':' && is_port(rest.substr(1))));
    }
    const auto colon = std::min(host.find(':'), host.size());
    const auto name = host.substr(0, colon);
    return !name.empty() && name.size() <= 253 && std::ranges::all_of(name, is_host_character) &&
           is_port(host.substr(std::min(colon + 1, host.size())));
}

} // namespace http
