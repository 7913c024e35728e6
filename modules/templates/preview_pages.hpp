#pragma once

#include "kernel/guard/call.hpp"

#include <string>

namespace templates
{

/// The first page of a sample, as a small PNG.
http::Response show_ready_thumbnail(guard::Call& call);
http::Response show_own_thumbnail(guard::Call& call);
/// One page of a sample of an own template as it is saved, as PNG; "page" of the query, from 1.
http::Response show_own_page(guard::Call& call);
/// JSON for the script of the editor: the pages of a sample as it is being typed, each a PNG in
/// base64, `pages_previewed_max` at most; or (422) what is wrong, in French. Nothing is written.
http::Response show_typed_pages(guard::Call& call);

/// Never kept by a browser: the logo and the colour of the business are in it.
http::Response preview_bytes(std::string body, const char* type);

} // namespace templates
