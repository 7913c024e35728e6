#pragma once

#include "kernel/guard/call.hpp"

namespace crm
{

http::Response create_client_tag(guard::Call& call);
http::Response delete_client_tag(guard::Call& call);
http::Response list_tags(guard::Call& call);
http::Response update_tag(guard::Call& call);
http::Response create_tag_merge(guard::Call& call);
http::Response delete_tag(guard::Call& call);

/// The tags of the client the page is about, with the way to change them.
html::Html tags_of_page(guard::Call& call, tenancy::ClientId client);

} // namespace crm
