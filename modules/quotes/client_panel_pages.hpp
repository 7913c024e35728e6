#pragma once

#include "kernel/guard/call.hpp"

namespace quotes
{

/// The quotes of a client, on his page for the team.
html::Html client_quotes_panel(guard::Call& call);
/// On the first page of the day: those that wait for an answer, the next to expire first. Nothing
/// when none does.
html::Html waiting_quotes_panel(guard::Call& call);

} // namespace quotes
