#pragma once

#include "kernel/guard/call.hpp"

/// For the client: in his portal, and by the link of a mail for who has no account.
namespace letters
{

http::Response list_own_letters(guard::Call& call);
http::Response show_client_letter(guard::Call& call);
http::Response serve_client_page(guard::Call& call);
http::Response serve_client_paper(guard::Call& call);
http::Response show_signing(guard::Call& call);
http::Response serve_signing_paper(guard::Call& call);
http::Response create_signature(guard::Call& call);
http::Response create_signing_code(guard::Call& call);
/// On the first page of the portal: contracts that wait for a signature.
html::Html own_letters_panel(guard::Call& call);

} // namespace letters
