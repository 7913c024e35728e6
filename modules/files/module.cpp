#include "kernel/module.hpp"

#include "kernel/files/uploads.hpp"
#include "modules/files/drawing_pages.hpp"
#include "modules/files/file_pages.hpp"
#include "modules/files/files.hpp"
#include "modules/files/logo_actions.hpp"
#include "modules/files/logo_pages.hpp"
#include "modules/files/room_mails.hpp"
#include "modules/files/storage_pages.hpp"
#include "modules/files/upload_pages.hpp"

namespace files
{
namespace
{

void describe_side(kernel::Routes routes)
{
    using guard::any_member;
    routes.get("/{file}", show_file, any_member(), "file")
        .get("/{file}/description", edit_description, any_member(), "own_file")
        .post("/{file}/description", update_description, any_member(), "DescribeFile", "own_file")
        .get("/{file}/{copy}", show_copy, any_member(), "file_copy");
}

/// The owning module says who of the team may: files::let_draw_with.
void describe_drawing(kernel::Module& module)
{
    module.staff("/fichiers")
        .get("/{file}/dessiner", edit_drawing, guard::any_member(), "drawable_photo")
        .post("/{file}/dessiner", update_drawing, guard::any_member(), "DrawOnPhoto",
              "drawable_photo")
        .takes_files(drawing_form_bytes_max);
}

void describe_uploads(kernel::Routes routes)
{
    using guard::any_member;
    routes.post("", create_upload, any_member())
        .get("/{upload}", show_upload, any_member(), "upload")
        .post("/{upload}", add_to_upload, any_member(), {}, "upload")
        .takes_pieces(piece_bytes_max)
        .post("/{upload}/abandon", cancel_upload, any_member(), {}, "upload");
}

void describe_logo(kernel::Module& module)
{
    module.staff("/reglages/logo")
        .get("", show_logo, guard::needs("workspace.settings"))
        .post("", update_logo, guard::needs("workspace.settings"))
        .takes_files(logo_form_bytes_max)
        .post("/retrait", delete_logo, guard::needs("workspace.settings"));
    module.settings({.label_key = "files.logo.title",
                     .hint_key = "files.logo.hint",
                     .path = "/reglages/logo",
                     .icon = "image",
                     .permission = "workspace.settings",
                     .order = 4});
    module.on<FileJudged>(on_judged);
}

} // namespace

void describe(kernel::Module& module)
{
    describe_side(module.staff("/fichiers"));
    describe_side(module.portal("/fichiers"));
    describe_drawing(module);
    describe_uploads(module.staff("/envois"));
    describe_uploads(module.portal("/envois"));
    describe_logo(module);
    module.on<RoomCrossed>(write_to_owners);
    module.subject({.kind = "files_room", .lines = room_lines});
    module.panel(
        {.slot = "home", .permission = "workspace.settings", .order = 5, .render = room_panel});
    module.staff("/reglages").get("/stockage", show_storage, guard::needs("workspace.settings"));
    module.settings({.label_key = "files.room.title",
                     .hint_key = "files.room.hint",
                     .path = "/reglages/stockage",
                     .icon = "hard-drive",
                     .permission = "workspace.settings",
                     .order = 45});
}

} // namespace files
