#include "modules/tickets/checklist_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/checklist_forms.hpp"
#include "modules/tickets/checklist_store.hpp"
#include "modules/tickets/checklist_views.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url ticket_page_of(const Call& call)
{
    return ticket_path(call.context().workspace().slug, call.path("number"));
}

html::Url templates_path(const Call& call)
{
    return html::route("/e/{}/reglages/listes", call.context().workspace().slug);
}

ChecklistText text_of(const SaveChecklist& typed)
{
    return {.title = typed.title.value,
            .items = typed.items.value,
            .required = typed.is_required ? Required::yes : Required::no};
}

/// Of a form that was refused.
int status_of(const forms::Form<SaveChecklist>& form, const std::string& refused)
{
    return form.is_valid() && refused.empty() ? 200 : 422;
}

http::Response list_page(Call& call, const forms::Form<SaveChecklist>& form,
                         const std::string& refused = {})
{
    Ticket ticket;
    std::vector<ChecklistTemplate> templates;
    call.context().read([&](WorkspaceTransaction& tx) {
        ticket = ticket_by_number(tx, call.path("number"));
        templates = ChecklistStore{tx}.templates();
    });
    const auto back = ticket_page_of(call);
    const NewChecklistView view{.ticket = ticket,
                                .action = html::checked_local(back.text() + "/listes"),
                                .back = back,
                                .fields = {form, "tickets.checklist.field"},
                                .templates = std::move(templates),
                                .refused = refused,
                                .guard = guard::form_guard(call)};
    return guard::render(call,
                         guard::Page{.title = t("tickets.checklist.add"),
                                     .body = new_checklist_form(view),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{ticket.number, back}, {t("tickets.checklist.add"), {}}}),
                                     .status = status_of(form, refused)});
}

ChecklistTemplate template_of(Call& call)
{
    const auto id = call.path_id<ChecklistTemplateId>("template");
    const auto written =
        call.context().read([&](WorkspaceTransaction& tx) { return ChecklistStore{tx}.find(id); });
    if (!written) throw base::NotFound{};
    return *written;
}

html::Html crumbs(const Call& call, const std::string& here)
{
    const auto settings = html::route("/e/{}/reglages", call.context().workspace().slug);
    if (here.empty())
        return html::group(html::h1(html::cls("sr-only"), t("tickets.checklist.title")),
                           ui::breadcrumbs({{t("tickets.reply.settings"), settings},
                                            {t("tickets.checklist.title"), {}}}));
    return ui::breadcrumbs({{t("tickets.reply.settings"), settings},
                            {t("tickets.checklist.title"), templates_path(call)},
                            {here, {}}});
}

http::Response template_page(Call& call, const forms::Form<SaveChecklist>& form,
                             const ChecklistTemplate& written, const std::string& refused = {})
{
    const bool is_new = !written.id;
    const auto list = templates_path(call);
    const auto title = is_new ? t("tickets.checklist.new") : written.title;
    const ChecklistTemplateView view{
        .action = is_new ? list : html::checked_local(list.text() + "/" + written.id.text()),
        .back = list,
        .fields = {form, "tickets.checklist.field"},
        .written = written,
        .refused = refused,
        .guard = guard::form_guard(call)};
    return guard::render(call, guard::Page{.title = title,
                                           .body = checklist_template_form(view),
                                           .breadcrumbs = crumbs(call, title),
                                           .status = status_of(form, refused)});
}

} // namespace

http::Response new_checklist(Call& call)
{
    return list_page(call, call.blank_form<SaveChecklist>());
}

http::Response create_checklist(Call& call)
{
    const auto form = call.form<SaveChecklist>();
    if (!form.is_valid()) return list_page(call, form);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            add_checklist(tx, call.path("number"), text_of(form.command));
        });
    } catch (const base::Refusal& refusal) {
        return list_page(call, form, t(refusal.code, refusal.params));
    }
    return call.redirect(ticket_page_of(call).text(), "tickets.checklist.added");
}

http::Response delete_checklist(Call& call)
{
    const auto id = call.path_id<ChecklistId>("list");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_checklist(tx, call.path("number"), id); });
    return call.redirect(ticket_page_of(call).text(), "tickets.checklist.removed");
}

http::Response update_checklist_item(Call& call)
{
    const auto form = call.form<TickItem>();
    const auto id = call.path_id<ChecklistItemId>("item");
    const auto tick = form.is_valid() ? form.command.tick : Tick::done;
    call.context().write(
        [&](WorkspaceTransaction& tx) { tick_item(tx, call.path("number"), id, tick); });
    return call.redirect(ticket_page_of(call).text());
}

http::Response list_checklist_templates(Call& call)
{
    const auto add = ui::link_button(html::checked_local(templates_path(call).text() + "/nouvelle"),
                                     {.label = t("tickets.checklist.new"),
                                      .icon = "plus",
                                      .kind = ui::ButtonKind::Primary,
                                      .hotkey = "c"});
    const auto templates = call.context().read(
        [](WorkspaceTransaction& tx) { return ChecklistStore{tx}.templates(); });
    return guard::render(call, guard::Page{.title = t("tickets.checklist.title"),
                                           .body = checklist_template_list(
                                               call.context().workspace().slug, templates),
                                           .top = add,
                                           .breadcrumbs = crumbs(call, {}),
                                           .is_data_only = true});
}

http::Response new_checklist_template(Call& call)
{
    return template_page(call, call.blank_form<SaveChecklist>(), {});
}

http::Response create_checklist_template(Call& call)
{
    const auto form = call.form<SaveChecklist>();
    if (!form.is_valid()) return template_page(call, form, {});
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { add_template(tx, text_of(form.command)); });
    } catch (const base::Refusal& refusal) {
        return template_page(call, form, {}, t(refusal.code, refusal.params));
    }
    return call.redirect(templates_path(call).text(), "tickets.checklist.template_saved");
}

http::Response show_checklist_template(Call& call)
{
    return template_page(call, call.blank_form<SaveChecklist>(), template_of(call));
}

http::Response update_checklist_template(Call& call)
{
    const auto written = template_of(call);
    const auto form = call.form<SaveChecklist>();
    if (!form.is_valid()) return template_page(call, form, written);
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_template(tx, written.id, text_of(form.command), seen);
        });
    } catch (const base::Refusal& refusal) {
        return template_page(call, form, written, t(refusal.code, refusal.params));
    }
    return call.redirect(templates_path(call).text(), "tickets.checklist.template_saved");
}

http::Response delete_checklist_template(Call& call)
{
    const auto id = template_of(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { remove_template(tx, id); });
    return call.redirect(templates_path(call).text(), "tickets.checklist.template_removed");
}

} // namespace tickets
