#pragma once

#include "kernel/guard/call.hpp"

/// A client's new request where the trade asks its type (request_type.hpp).
namespace tickets
{

bool asks_type(const guard::Call& call);
http::Response new_typed_request(guard::Call& call);
http::Response create_typed_request(guard::Call& call);

} // namespace tickets
