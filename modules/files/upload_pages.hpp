#pragma once

#include "kernel/guard/call.hpp"

/// What a browser sends in pieces, after tus 1.0 with POST in the place of PATCH and DELETE (its
/// X-HTTP-Method-Override): small answers, no page.
namespace files
{

http::Response create_upload(guard::Call& call);
http::Response show_upload(guard::Call& call);
http::Response add_to_upload(guard::Call& call);
http::Response cancel_upload(guard::Call& call);

} // namespace files
