#pragma once

#include "kernel/guard/page.hpp"

namespace identity
{

/// Passing the top role of a workspace on: offered by who holds it, accepted by another member,
/// each with his own password.
http::Response show_handover(guard::Call& call);
http::Response create_handover(guard::Call& call);
http::Response take_handover(guard::Call& call);
http::Response stop_handover(guard::Call& call);

} // namespace identity
