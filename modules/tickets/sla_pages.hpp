#pragma once

#include "kernel/guard/call.hpp"

/// « Délais et horaires » of the settings (/reglages/delais).
namespace tickets
{

http::Response show_promises(guard::Call& call);
http::Response update_promises(guard::Call& call);

} // namespace tickets
