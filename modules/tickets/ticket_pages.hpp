#pragma once

#include "kernel/guard/call.hpp"

/// The team's pages of tickets, under /e/{workspace}/tickets.
namespace tickets
{

http::Response list_tickets(guard::Call& call);
http::Response show_board(guard::Call& call);
http::Response create_board_move(guard::Call& call);
http::Response new_ticket(guard::Call& call);
http::Response create_ticket(guard::Call& call);
http::Response show_ticket(guard::Call& call);

http::Response create_message(guard::Call& call);
http::Response edit_message(guard::Call& call);
http::Response update_message(guard::Call& call);
http::Response create_note(guard::Call& call);
http::Response create_move(guard::Call& call);
http::Response create_taking(guard::Call& call);
http::Response create_assignment(guard::Call& call);
http::Response create_priority(guard::Call& call);
http::Response create_share(guard::Call& call);

/// The figure beside « Tickets » in the navigation.
int count_todo(guard::Call& call);

/// Panels on other pages: « home », « client ».
html::Html todo_panel(guard::Call& call);
html::Html urgent_panel(guard::Call& call);
html::Html figures_panel(guard::Call& call);
html::Html team_panel(guard::Call& call);
html::Html tickets_of_client_panel(guard::Call& call);

} // namespace tickets
