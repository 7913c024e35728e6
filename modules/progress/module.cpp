#include "kernel/module.hpp"

#include "modules/progress/comment_pages.hpp"
#include "modules/progress/entry_pages.hpp"
#include "modules/progress/moved_client_store.hpp"
#include "modules/progress/post_actions.hpp"
#include "modules/progress/post_jobs.hpp"
#include "modules/progress/post_pages.hpp"
#include "modules/progress/progress.hpp"
#include "modules/progress/progress_policy.hpp"
#include "modules/progress/sheet_actions.hpp"
#include "modules/progress/sheet_index.hpp"
#include "modules/progress/sheet_line_pages.hpp"
#include "modules/progress/sheet_pages.hpp"
#include "modules/progress/sheet_paper_pages.hpp"

namespace progress
{
namespace
{

using guard::needs;

void sheet_routes(kernel::Module& module)
{
    module.staff("/fiches")
        .get("", show_entry, needs("progress.view"))
        .post("", create_sheet, needs("progress.manage"), "SaveSheet")
        .get("/{sheet}", show_sheet, needs("progress.view"), "progress_sheet")
        .get("/{sheet}/pdf", export_sheet, needs("progress.export"), "progress_sheet")
        .get("/{sheet}/modifier", edit_sheet, needs("progress.manage"), "progress_sheet")
        .post("/{sheet}", update_sheet, needs("progress.manage"), "SaveSheet", "progress_sheet")
        .post("/{sheet}/ordre", choose_reading_order, needs("progress.view"), "ChooseOrder",
              "progress_sheet");
    module.staff("/nouvelle-fiche").get("", new_sheet, needs("progress.manage"));
    module.staff("/reglages/fiches")
        .get("", show_progress_settings, needs("progress.settings"))
        .post("", update_progress_settings, needs("progress.settings"), "SaveProgressSettings");
    module.portal("/fiches")
        .get("", list_own_sheets, needs("progress.view"))
        .get("/{sheet}", show_sheet, needs("progress.view"), "own_sheet")
        .get("/{sheet}/pdf", export_sheet, needs("progress.export"), "own_sheet")
        .post("/{sheet}/ordre", choose_reading_order, needs("progress.view"), "ChooseOrder",
              "own_sheet");
}

void post_routes(kernel::Module& module)
{
    module.staff("/fiches/{sheet}/publications")
        .get("/nouvelle", new_post, needs("progress.write"), "progress_sheet")
        .post("", create_post, needs("progress.write"), "WritePost", "progress_sheet")
        .takes_files(post_bytes_max)
        .get("/{post}", show_post, needs("progress.view"), "progress_post")
        .get("/{post}/modifier", edit_post_page, needs("progress.edit"), "progress_post")
        .post("/{post}", update_post, needs("progress.edit"), "WritePost", "progress_post")
        .takes_files(post_bytes_max)
        .get("/{post}/versions", list_versions, needs("progress.write"), "progress_post")
        .post("/{post}/parution", create_publication, needs("progress.write"), {}, "progress_draft")
        .post("/{post}/annulation", create_cancellation, needs("progress.write"), "CancelPost",
              "progress_post")
        .post("/{post}/retablissement", create_restoration, needs("progress.write"), {},
              "cancelled_post")
        .get("/{post}/suppression", confirm_removal, needs("progress.write"), "progress_post")
        .post("/{post}/suppression", delete_post, needs("progress.write"), "RemovePost",
              "progress_post");
    module.portal("/fiches/{sheet}/publications")
        .get("/{post}", show_post, needs("progress.view"), "own_post");
}

void comment_routes(kernel::Module& module)
{
    module.staff("/fiches/{sheet}/publications/{post}/commentaires")
        .post("", create_comment, needs("progress.comment"), "WriteProgressComment",
              "progress_post")
        .get("/{comment}/modifier", edit_comment, needs("progress.comment"), "staff_comment")
        .post("/{comment}", update_comment, needs("progress.comment"), "WriteProgressComment",
              "staff_comment")
        .get("/{comment}/suppression", confirm_comment_removal, needs("progress.comment"),
             "staff_comment")
        .post("/{comment}/suppression", delete_comment, needs("progress.comment"),
              "RemoveProgressComment", "staff_comment");
    module.portal("/fiches/{sheet}/publications/{post}/commentaires")
        .post("", create_comment, needs("progress.comment"), "WriteProgressComment", "own_post")
        .get("/{comment}/modifier", edit_comment, needs("progress.comment"), "client_comment")
        .post("/{comment}", update_comment, needs("progress.comment"), "WriteProgressComment",
              "client_comment")
        .get("/{comment}/suppression", confirm_comment_removal, needs("progress.comment"),
             "client_comment")
        .post("/{comment}/suppression", delete_comment, needs("progress.comment"),
              "RemoveProgressComment", "client_comment");
}

void places(kernel::Module& module)
{
    module.subject({.kind = "progress_sheet", .lines = sheet_lines});
    module.nav({.label_key = "progress.menu",
                .path = "/fiches",
                .icon = "hard-hat",
                .permission = "progress.view",
                .order = 5,
                .hotkey = "g a"});
    module.nav({.label_key = "progress.own.nav",
                .path = "/fiches",
                .icon = "hard-hat",
                .permission = "progress.view",
                .side = tenancy::Side::portal,
                .order = 5});
    module.panel(
        {.slot = "home", .permission = "progress.view", .order = 5, .render = entry_panel});
    module.panel(
        {.slot = "first_steps", .permission = "progress.manage", .render = first_sheet_step});
    module.panel({.slot = "portal_home",
                  .permission = "progress.view",
                  .order = 5,
                  .render = own_sheets_panel});
    module.panel({.slot = "client",
                  .permission = "progress.view",
                  .order = 5,
                  .render = client_sheets_panel});
    module.settings({.label_key = "progress.setting.title",
                     .hint_key = "progress.setting.hint",
                     .path = "/reglages/fiches",
                     .icon = "hard-hat",
                     .permission = "progress.settings",
                     .order = 14});
    module.creation({.label_key = "progress.new",
                     .path = "/nouvelle-fiche",
                     .icon = "hard-hat",
                     .permission = "progress.manage",
                     .order = 5,
                     .for_kind = "client"});
}

} // namespace

void describe(kernel::Module& module)
{
    for (const char* what :
         {"view", "list", "manage", "write", "edit", "comment", "export", "settings"})
        module.permission(std::string{"progress."} + what,
                          std::string{"progress.permission."} + what);
    sheet_routes(module);
    post_routes(module);
    comment_routes(module);
    places(module);
    module.searchable(sheet_kind());
    module.indexed(sheet_source());
    module.on<projects::ProjectSaved>(on_project_saved);
    module.job(purge_job, {.handler = run_purge, .delays = {}});
    files::guard_with(post_photos, guard_photo);
    files::let_draw_with(post_photos, guard_drawing);
    module.on<files::PhotoDrawn>(on_photo_drawn);
    crm::move_with(sheet_rows());
}

} // namespace progress
