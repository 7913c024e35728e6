#pragma once

#include "kernel/guard/page.hpp"

namespace projects
{

/// On the page of a portal account: all the projects of his client, or some.
html::Html account_projects_panel(guard::Call& call);
http::Response update_limit(guard::Call& call);

} // namespace projects
