#pragma once

#include "kernel/guard/call.hpp"

/// What the team shared with a client, in his portal.
namespace crm
{

/// Its slot « portal_documents » is for what other modules keep for him: signed contracts.
http::Response list_my_documents(guard::Call& call);

/// Slot « portal_details »: leads there.
html::Html my_documents_link(guard::Call& call);
/// Slot « portal_home »: the newest; nothing while nothing was shared.
html::Html my_documents_panel(guard::Call& call);

} // namespace crm
