#pragma once

#include "kernel/guard/call.hpp"

namespace projects
{

http::Response list_projects(guard::Call& call);
http::Response new_project(guard::Call& call);
http::Response create_project(guard::Call& call);
http::Response show_project(guard::Call& call);
http::Response edit_project(guard::Call& call);
http::Response update_project(guard::Call& call);
http::Response create_assignment(guard::Call& call);
http::Response delete_assignment(guard::Call& call);

/// The client's own projects, or why there is none yet.
http::Response list_own_projects(guard::Call& call);

/// Panels on other pages: « client », « home ».
html::Html projects_of_client_panel(guard::Call& call);
html::Html waiting_clients_panel(guard::Call& call);

} // namespace projects
