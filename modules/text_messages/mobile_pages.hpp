#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

/// The telephone on which somebody of the team receives texts, which he gives himself.
namespace text_messages
{

http::Response show_mobile(guard::Call& call);
http::Response update_mobile(guard::Call& call);

/// On « Mes notifications », while the business sends texts.
html::Html mobile_panel(guard::Call& call);

} // namespace text_messages
