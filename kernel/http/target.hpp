#pragma once

#include "kernel/http/message.hpp"

#include <string>
#include <string_view>

namespace http
{

/// A request target taken apart.
struct Target {
    std::string path; ///< decoded once: "/clients/Éloïse"
    Fields query;
};

/// Throws BadRequest{400} for what two readers could take for two paths: a path that does not start
/// with `/`, a fragment, a character outside visible ASCII, an encoded slash, backslash or NUL, a
/// `.` or `..` segment (encoded or not), invalid escapes or UTF-8. Empty segments are kept; no
/// route matches them.
Target parse_target(std::string_view target);

} // namespace http
