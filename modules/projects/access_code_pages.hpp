#pragma once

#include "kernel/guard/call.hpp"
#include "modules/projects/project.hpp"

namespace projects
{

/// Card of the project's page: the labels of its codes, and adding one.
html::Html access_codes_card(guard::Call& call, ProjectId project);

http::Response create_access_code(guard::Call& call);
http::Response reveal_access_code(guard::Call& call);
http::Response delete_access_code(guard::Call& call);

} // namespace projects
