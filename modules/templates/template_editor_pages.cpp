#include "kernel/base/refusal.hpp"
#include "kernel/documents/page_images.hpp"
#include "kernel/documents/rich_text.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/templates/preview_pages.hpp"
#include "modules/templates/sample.hpp"
#include "modules/templates/template_actions.hpp"
#include "modules/templates/template_forms.hpp"
#include "modules/templates/template_pages.hpp"
#include "modules/templates/template_views.hpp"
#include "modules/templates/templates.hpp"

#include <algorithm>

namespace templates
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

struct Shown {
    Template saved;
    std::vector<VersionLine> versions;
    settings::Profile business;
    std::vector<std::string> chosen_for;
};

Shown shown_template(Call& call)
{
    const auto id = call.path_id<TemplateId>("template");
    const auto& workspace = call.context().workspace();
    return call.context().read([&](WorkspaceTransaction& tx) {
        Shown shown{.saved = own_template(tx, id), .business = settings::profile(tx)};
        for (const auto& old : TemplateStore{tx}.versions(id))
            if (old.version != shown.saved.version)
                shown.versions.push_back(
                    {.version = old.version,
                     .when = i18n::long_date(base::date_in(old.saved_at, workspace.time_zone))});
        for (const auto type : document_types)
            if (for_type(tx, type).code == shown.saved.code)
                shown.chosen_for.push_back(
                    t("templates.type." + std::string{forms::enum_name(type)}));
        return shown;
    });
}

std::string terms_html(const std::string& terms)
{
    return terms.empty() ? std::string{} : documents::to_source_html(documents::from_json(terms));
}

/// Of the sample, as the template is saved.
std::vector<html::Url> pictures_of(const Call& call, const Shown& shown)
{
    const auto pages = documents::page_count(sample(call.context(), shown.business, shown.saved));
    std::vector<html::Url> pictures;
    for (int page = 1; page <= std::min(pages, pages_previewed_max); ++page)
        pictures.push_back(templates_path(call, "/" + shown.saved.code + "/page")
                               .with("version", std::to_string(shown.saved.version))
                               .with("page", std::to_string(page)));
    return pictures;
}

http::Response editor_page(Call& call, const Shown& shown, const forms::Form<SaveTemplate>& form,
                           int status, const std::string& trouble = {})
{
    const auto base = "/" + shown.saved.code;
    const bool is_typed = form.typed_value("terms_format") == "html";
    const auto view =
        TemplateEditorView{.save = templates_path(call, base),
                           .paper = templates_path(call, base + "/apercu"),
                           .typed_pages = templates_path(call, base + "/pages"),
                           .restore = templates_path(call, base + "/versions"),
                           .remove = templates_path(call, base + "/suppression"),
                           .pictures = pictures_of(call, shown),
                           .guard = guard::form_guard(call),
                           .fields = {form, "templates.field"},
                           .name = shown.saved.name,
                           .version = shown.saved.version,
                           .terms_html = is_typed ? terms_html(content_of(form.command).terms)
                                                  : terms_html(shown.saved.content.terms),
                           .legal = legal_line(call.context().workspace().name, shown.business),
                           .chosen_for = shown.chosen_for,
                           .versions = shown.versions,
                           .trouble = trouble,
                           .is_unsaved = status != 200};
    return guard::render(
        call, guard::Page{.title = shown.saved.name,
                          .body = template_editor(view),
                          .top = template_editor_actions(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("templates.title"), .to = templates_path(call)},
                               {.label = shown.saved.name, .to = {}}}),
                          .status = status,
                          .topics = {"templates"}});
}

} // namespace

http::Response show_template(Call& call)
{
    const auto shown = shown_template(call);
    auto form = call.blank_form<SaveTemplate>();
    if (form.typed.empty()) form.typed = typed_of(shown.saved);
    return editor_page(call, shown, form, 200);
}

http::Response update_template(Call& call)
{
    const auto shown = shown_template(call);
    auto form = call.form<SaveTemplate>();
    check_content(form);
    if (!form.is_valid()) return editor_page(call, shown, form, 422);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_template(tx, {.id = call.path_id<TemplateId>("template"),
                               .name = form.command.name.value,
                               .content = content_of(form.command),
                               .seen_version = form.command.version.value});
        });
    } catch (const base::Refusal& refusal) {
        return editor_page(call, shown, form, 409, t(refusal.what()));
    }
    return call.redirect(templates_path(call, "/" + shown.saved.code).text(),
                         "templates.notice.saved");
}

http::Response show_typed_paper(Call& call)
{
    auto shown = shown_template(call);
    auto form = call.form<SaveTemplate>();
    check_content(form);
    if (!form.is_valid()) return editor_page(call, shown, form, 422);

    shown.saved.content = content_of(form.command);
    auto paper = preview_bytes(
        documents::pdf_of(sample(call.context(), shown.business, shown.saved)), "application/pdf");
    paper.headers.set("Content-Disposition",
                      files::content_disposition("inline", "apercu-modele.pdf"));
    return paper;
}

http::Response restore_template(Call& call)
{
    const auto id = call.path_id<TemplateId>("template");
    const auto form = call.form<RestoreTemplate>();
    if (!form.is_valid()) throw base::NotFound{};
    call.context().write(
        [&](WorkspaceTransaction& tx) { restore_version(tx, id, form.command.version.value); });
    return call.redirect(templates_path(call, "/" + id.text()).text(), "templates.notice.restored");
}

http::Response delete_template(Call& call)
{
    const auto id = call.path_id<TemplateId>("template");
    const auto form = call.form<RemoveTemplate>();
    base::refuse_unless(form.is_valid(), "templates.refusal.changed_since");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_template(tx, id, form.command.version.value); });
    return call.redirect(templates_path(call).text(), "templates.notice.removed");
}

} // namespace templates
