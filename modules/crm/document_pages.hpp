#pragma once

#include "kernel/guard/call.hpp"

/// The documents of a client, for the team.
namespace crm
{

http::Response list_documents(guard::Call& call);
http::Response create_documents(guard::Call& call);
http::Response update_document(guard::Call& call);
http::Response delete_document(guard::Call& call);

/// Slot « client ».
html::Html documents_panel(guard::Call& call);

} // namespace crm
