#pragma once

#include "kernel/guard/call.hpp"

namespace privacy
{

http::Response list_requests(guard::Call& call);
http::Response record_request(guard::Call& call);
http::Response name_officer(guard::Call& call);
http::Response show_request(guard::Call& call);
http::Response answer_request(guard::Call& call);
http::Response erase_requester(guard::Call& call);
http::Response prepare_pack(guard::Call& call);
http::Response download_pack(guard::Call& call);

/// On « Ma journée »: requests that wait, the first to be answered.
html::Html waiting_panel(guard::Call& call);

/// The person's own page, on the portal.
http::Response show_privacy(guard::Call& call);
/// The way there, from « Mes informations ».
html::Html privacy_link_panel(guard::Call& call);
http::Response ask_about_me(guard::Call& call);
http::Response change_consent(guard::Call& call);

} // namespace privacy
