#pragma once

#include "kernel/guard/call.hpp"

/// How one comes to a sheet: an employee by the identifier of its worksite, a client by its name.
namespace progress
{

http::Response show_entry(guard::Call& call);
http::Response list_own_sheets(guard::Call& call);

http::Response new_sheet(guard::Call& call);
http::Response create_sheet(guard::Call& call);
http::Response edit_sheet(guard::Call& call);
http::Response update_sheet(guard::Call& call);

http::Response show_progress_settings(guard::Call& call);
http::Response update_progress_settings(guard::Call& call);

/// Panels on « first_steps », « home », « portal_home » and « client ».
html::Html first_sheet_step(guard::Call& call);
html::Html entry_panel(guard::Call& call);
html::Html own_sheets_panel(guard::Call& call);
html::Html client_sheets_panel(guard::Call& call);

} // namespace progress
