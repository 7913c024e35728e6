#pragma once

#include "kernel/guard/call.hpp"

namespace bank
{

http::Response show_bank(guard::Call& call);
http::Response create_statement(guard::Call& call);
http::Response create_confirmations(guard::Call& call);
http::Response list_done(guard::Call& call);
int count_waiting(guard::Call& call);

http::Response show_columns(guard::Call& call);
http::Response update_columns(guard::Call& call);

http::Response show_line(guard::Call& call);
http::Response create_settlement(guard::Call& call);
http::Response create_dismissal(guard::Call& call);
http::Response create_reopening(guard::Call& call);

} // namespace bank
