#pragma once

#include "kernel/guard/call.hpp"

/// What a client signed on paper, as somebody of the team records it with its scan.
namespace quotes
{

http::Response show_recording(guard::Call& call);
/// The very paper that is printed and signed, with the options that are ticked.
http::Response serve_recording_paper(guard::Call& call);
http::Response create_recording(guard::Call& call);

} // namespace quotes
