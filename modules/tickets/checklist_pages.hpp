#pragma once

#include "kernel/guard/call.hpp"

/// What a ticket needs done, under /e/{workspace}/tickets/{number}; and the templates, under
/// /e/{workspace}/reglages/listes.
namespace tickets
{

http::Response new_checklist(guard::Call& call);
http::Response create_checklist(guard::Call& call);
http::Response delete_checklist(guard::Call& call);
http::Response update_checklist_item(guard::Call& call);

http::Response list_checklist_templates(guard::Call& call);
http::Response new_checklist_template(guard::Call& call);
http::Response create_checklist_template(guard::Call& call);
http::Response show_checklist_template(guard::Call& call);
http::Response update_checklist_template(guard::Call& call);
http::Response delete_checklist_template(guard::Call& call);

} // namespace tickets
