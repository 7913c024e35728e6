#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace projects
{

/// Panel of « home »: what a new business still has to do before a client can write, and the
/// address of its portal. Nothing once each step is done.
html::Html first_steps_panel(guard::Call& call);

} // namespace projects
