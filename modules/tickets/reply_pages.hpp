#pragma once

#include "kernel/guard/call.hpp"
#include "modules/tickets/reply.hpp"

#include <string>
#include <vector>

namespace tickets
{

/// « Réglages › Réponses types ».
http::Response list_replies(guard::Call& call);
http::Response new_reply(guard::Call& call);
http::Response create_reply(guard::Call& call);
http::Response show_reply(guard::Call& call);
http::Response update_reply(guard::Call& call);
http::Response delete_reply(guard::Call& call);

/// The text of one for that ticket, for who writes there.
http::Response show_filled_reply(guard::Call& call);

/// What the picker offers.
std::vector<CannedReply> replies_of(guard::Call& call);
/// The reply asked for by `?reponse=`, filled in for the ticket of the path; empty when none is.
std::string reply_asked(guard::Call& call);

} // namespace tickets
