#pragma once

#include "kernel/http/message.hpp"
#include "kernel/http/request_checks.hpp"

#include <string>
#include <string_view>

namespace http
{

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

/// Parses a complete head, as HeadScanner measured it. Boost.Beast inside; knows no socket. Throws
/// BadRequest{400, 415 or 417}.
RequestHead parse_head(std::string_view head);

} // namespace http
