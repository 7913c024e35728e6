#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace http
{

/// What the header of one multipart part says.
struct PartHeader {
    std::string name;
    std::optional<std::string> file_name; ///< base name; empty when a file field was left empty
    std::string type;                     ///< Content-Type as sent
};

/// `text` is the lines without the empty one. Throws BadRequest{400} for anything but a named
/// form-data part in UTF-8. `filename*` is ignored as RFC 7578 §4.2 asks.
PartHeader parse_part_header(std::string_view text);

} // namespace http
