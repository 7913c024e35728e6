#pragma once

#include "kernel/guard/call.hpp"
#include "modules/progress/sheet_views.hpp"

namespace progress
{

/// The page of a sheet, of both sides.
http::Response show_sheet(guard::Call& call);
http::Response choose_reading_order(guard::Call& call);

/// What a refused action adds to the page.
struct Beside {
    RefusedWords words;
    std::string notice;
    int status = 200;
};
http::Response sheet_answer(guard::Call& call, const Beside& beside);
/// Whether the page's script sent it: what asks first has asked.
bool has_script(const guard::Call& call);
/// 303 to the page, to that publication for who has no script.
http::Response to_sheet(const guard::Call& call, std::string_view notice);

/// « Fiches d’avancement › CH-118 › title » on the team's side; nothing on the client's.
html::Html crumbs_under(const guard::Call& call, const std::string& title);

/// The sheet of the path.
Sheet sheet_of(guard::Call& call);
SheetHead head_of_sheet(tenancy::WorkspaceTransaction& tx, const Sheet& sheet);
Reading reading_of(const guard::Call& call);
/// Reads the names of who is wanted.
void learn(tenancy::WorkspaceTransaction& tx, Reading& reading,
           const std::vector<tenancy::MembershipId>& people);
/// What is drawn on the photos of these publications.
void learn_drawings(tenancy::WorkspaceTransaction& tx, Reading& reading,
                    const std::vector<std::int64_t>& posts);

} // namespace progress
