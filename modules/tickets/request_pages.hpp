#pragma once

#include "kernel/guard/call.hpp"

/// The client's pages of his requests, under /p/{workspace}/demandes.
namespace tickets
{

http::Response list_requests(guard::Call& call);
http::Response new_request_page(guard::Call& call);
http::Response create_request(guard::Call& call);
http::Response show_request(guard::Call& call);
http::Response create_request_message(guard::Call& call);
http::Response edit_request_message(guard::Call& call);
http::Response update_request_message(guard::Call& call);
http::Response create_request_answer(guard::Call& call);
http::Response create_request_rating(guard::Call& call);

/// Panel on « portal_home ».
html::Html requests_panel(guard::Call& call);

} // namespace tickets
