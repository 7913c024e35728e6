#include "kernel/module.hpp"

#include "modules/templates/preview_pages.hpp"
#include "modules/templates/template_pages.hpp"
#include "modules/templates/templates.hpp"

namespace templates
{

using guard::needs;

void describe(kernel::Module& module)
{
    constexpr const char* manage = "templates.manage";
    constexpr std::size_t form_bytes_max = 400'000; ///< terms as HTML
    module.permission(manage, "templates.permission.manage");
    module.staff("/reglages/modeles")
        .get("", list_templates, needs(manage))
        .post("", create_template, needs(manage), "CopyTemplate")
        .post("/choix", choose_for_types, needs(manage), "ChooseTemplates")
        .get("/prets/{style}/vignette", show_ready_thumbnail, needs(manage), "ready_template");
    module.staff("/reglages/modeles/{template}")
        .get("", show_template, needs(manage), "template")
        .post("", update_template, needs(manage), "SaveTemplate", "template")
        .takes_files(form_bytes_max) // none comes: for the size of the form
        .get("/vignette", show_own_thumbnail, needs(manage), "template")
        .get("/page", show_own_page, needs(manage), "template")
        .post("/pages", show_typed_pages, needs(manage), "SaveTemplate", "template")
        .takes_pieces(form_bytes_max) // asked while one types, and nothing is written
        .post("/apercu", show_typed_paper, needs(manage), "SaveTemplate", "template")
        .takes_files(form_bytes_max)
        .post("/versions", restore_template, needs(manage), "RestoreTemplate", "template")
        .post("/suppression", delete_template, needs(manage), "RemoveTemplate", "template");
    module.settings({.label_key = "templates.title",
                     .hint_key = "templates.hint",
                     .path = "/reglages/modeles",
                     .icon = "file-text",
                     .permission = manage,
                     .order = 17});
}

} // namespace templates
