#pragma once

#include <string_view>

namespace http
{

/// If-None-Match names this tag: weak comparison, lists and `*` understood; a malformed list
/// matches nothing. `etag` is opaque, without quotes. (RFC 9110 §13.1.2)
bool none_match_names(std::string_view if_none_match, std::string_view etag);

/// If-Range allows a partial answer: absent, or exactly this strong tag. (RFC 9110 §13.1.5)
bool if_range_allows(std::string_view if_range, std::string_view etag);

} // namespace http
