#pragma once

#include "kernel/guard/call.hpp"

namespace client_entry
{

/// « Compte client », for a frame on the website of the business.
http::Response show_button(guard::Call& call);

} // namespace client_entry
