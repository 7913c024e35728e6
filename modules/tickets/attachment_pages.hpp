#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/guard/call.hpp"
#include "modules/tickets/attachment_views.hpp"

#include <string>

namespace tickets
{

/// The files a form brought, judged, not stored yet. A message of files only gets the words that
/// name them.
files::Intake received_files(guard::Call& call);
/// What a refused form brought, for its page: the form that is sent again names it.
HeldFiles held_files(guard::Call& call);
/// 303 to a thread: with the notice, or with the reasons when a file was refused.
http::Response to_thread(const guard::Call& call, const html::Url& thread,
                         const files::Intake& intake, std::string_view notice);

} // namespace tickets
