#pragma once

#include "kernel/guard/call.hpp"

/// The requests of a client in his history: slots « portal_history » and « portal_history_filter ».
namespace tickets
{

html::Html request_history_panel(guard::Call& call);
html::Html request_history_filter(guard::Call& call);

} // namespace tickets
