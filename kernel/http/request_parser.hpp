#pragma once

#include "kernel/http/message.hpp"
#include "kernel/http/request_checks.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace http
{

inline constexpr std::size_t chunk_extension_bytes_max = 256;
inline constexpr std::size_t chunk_line_bytes_max = 16 * 1024; ///< size line or trailer

/// A head that only one reading is possible of (request_checks.hpp).
struct RequestHead {
    Method method = Method::Get;
    std::string target;
    Headers headers;
    BodyFraming framing;
    bool keep_alive = true;
    bool expects_continue = false;
    HttpVersion version = HttpVersion::Http11;
};

/// Parses one request from bytes already received; knows no socket. Boost.Beast inside. Every
/// violation throws BadRequest, after which the parser is of no use.
class RequestParser
{
  public:
    RequestParser();
    ~RequestParser();

    /// `head` is complete: what HeadScanner measured.
    RequestHead parse_head(std::string_view head);

    /// Decodes what it can of a body, appends it to `decoded`, gives how many bytes were used; the
    /// rest must come again, followed by more. Trailer fields are checked and dropped.
    std::size_t parse_body(std::string_view received, std::string& decoded);

    /// The request is complete.
    bool is_done() const;

  private:
    struct Beast;
    std::unique_ptr<Beast> beast_;
};

} // namespace http
