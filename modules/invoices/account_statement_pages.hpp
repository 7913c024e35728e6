#pragma once

#include "kernel/guard/call.hpp"

namespace invoices
{

/// Of the client of the address, for the team.
http::Response show_statement(guard::Call& call);
http::Response serve_statement(guard::Call& call);
http::Response send_statement(guard::Call& call);
/// His own, for a client in his portal.
http::Response show_own_statement(guard::Call& call);
http::Response serve_own_statement(guard::Call& call);

} // namespace invoices
