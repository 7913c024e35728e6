#pragma once

#include "kernel/guard/call.hpp"

namespace notifications
{

http::Response list_notifications(guard::Call& call);
/// Marks the line as read and leads to its subject; 404 for a subject the reader has lost.
http::Response open_notification(guard::Call& call);
http::Response update_notification(guard::Call& call);
http::Response mark_everything(guard::Call& call);

/// The actor's unread lines whose subject he may see, at most 100: what the bell says.
int count_unread(guard::Call& call);

} // namespace notifications
