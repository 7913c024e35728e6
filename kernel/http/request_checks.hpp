#pragma once

#include "kernel/http/message.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace http
{

struct HeadLimits {
    std::size_t bytes_max = 16 * 1024;
    std::size_t fields_max = 100;
    std::size_t target_bytes_max = 8 * 1024;
};

/// Finds the end of a request head while it arrives, and refuses at once the bytes that parsers are
/// known to read in different ways: bare CR or LF, folded lines, control characters, an empty first
/// line. Looks at each byte once, however slowly they drip in.
class HeadScanner
{
  public:
    explicit HeadScanner(const HeadLimits& limits) : limits_{limits} {}

    /// `received` is everything since the head began. Gives the head's length with its empty line
    /// once it is there. Throws BadRequest{400, 414 or 431}.
    std::optional<std::size_t> scan(std::string_view received);
    /// The request line is there: somebody meant to ask something.
    bool has_request_line() const { return lines_ > 0; }

  private:
    void check_byte(std::string_view received) const;
    bool end_line();
    void check_size() const;

    HeadLimits limits_;
    std::size_t scanned_ = 0;
    std::size_t line_start_ = 0;
    std::size_t lines_ = 0;
};

enum class HttpVersion { Http10, Http11 };

/// How the length of a body is known.
struct BodyFraming {
    enum class Kind { None, Sized, Chunked };
    Kind kind = Kind::None;
    std::uint64_t bytes = 0; ///< of a sized body
};

/// Throws BadRequest{400, 415 or 417} unless exactly one reading of the head is possible: one valid
/// Host (HTTP/1.0 may have none), at most one Content-Length in digits, at most one
/// Transfer-Encoding equal to "chunked", never both, never in HTTP/1.0, no body on GET or HEAD, no
/// coded body, no other expectation than 100-continue. (RFC 9112 §3.2, §6; RFC 9110 §10.1.1)
BodyFraming check_head(Method method, HttpVersion version, const Headers& headers);

/// A host name or address, with an optional port: "etabli.example:8080", "[::1]".
bool is_valid_host(std::string_view host);

} // namespace http
