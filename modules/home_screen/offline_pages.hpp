#pragma once

#include "kernel/guard/call.hpp"

namespace home_screen
{

/// The service worker, at the root so that it may serve both sides. Its own policy: it fetches, and
/// runs nothing else.
http::Response show_worker(guard::Call& call);
/// « Hors ligne », with the words and shapes of what waits. The same for everybody.
http::Response show_offline(guard::Call& call);
/// Who is signed in on this side, for a device that has something to send, and the token of his
/// forms.
http::Response show_account(guard::Call& call);

} // namespace home_screen
