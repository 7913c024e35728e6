#include "kernel/db/database.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/progress/entry_pages.hpp"
#include "modules/progress/sheet_actions.hpp"
#include "modules/progress/sheet_forms.hpp"
#include "modules/progress/sheet_pages.hpp"
#include "modules/projects/projects.hpp"

namespace progress
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

std::vector<ui::Choice> client_choices(WorkspaceTransaction& tx)
{
    std::vector<ui::Choice> choices;
    for (const auto& client : crm::active_clients(tx))
        choices.push_back({.value = client.id.text(), .label = client.name});
    return choices;
}

http::Response answer(Call& call, const SheetFormView& view, int status)
{
    const auto title = t(view.is_new ? "progress.new" : "progress.head.edit");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = sheet_form(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("progress.nav"), sheets_path(reading_of(call))}, {title, {}}}),
                          .status = status});
}

http::Response new_page(Call& call, const forms::Form<SaveSheet>& form, int status)
{
    const auto reading = reading_of(call);
    SheetFormView view{.action = sheets_path(reading),
                       .back = sheets_path(reading),
                       .guard = guard::form_guard(call),
                       .fields = {form, "progress.field"},
                       .is_new = true,
                       .new_client = html::route("/e/{}/clients/nouveau", reading.slug)};
    view.clients = call.context().read([](WorkspaceTransaction& tx) { return client_choices(tx); });
    view.has_no_client = view.clients.empty();
    return answer(call, view, status);
}

SheetFormView edit_view(Call& call, const Sheet& sheet, const forms::Form<SaveSheet>& form)
{
    const auto here = sheet_path(reading_of(call), sheet.identifier);
    return {.action = here,
            .back = here,
            .guard = guard::form_guard(call),
            .fields = {form, "progress.field"},
            .is_new = false,
            .new_client = here};
}

forms::Form<SaveSheet> form_of(Call& call, const Sheet& sheet)
{
    const auto place = call.context().read(
        [&](WorkspaceTransaction& tx) { return projects::place_of(tx, sheet.project_id); });
    return {.command = {},
            .typed = {{"sheet", sheet.id.text()},
                      {"identifier", sheet.identifier},
                      {"title", place.name},
                      {"address", place.address},
                      {"postal_code", place.postal_code},
                      {"city", place.city},
                      {"starts_on", sheet.starts_on.text()},
                      {"ends_on", sheet.ends_on ? sheet.ends_on->text() : ""},
                      {"version", header_version(sheet, place)}},
            .errors = {}};
}

/// Beside the field it is about; others are for the page as a whole.
bool put_beside_field(forms::Form<SaveSheet>& form, const base::Refusal& refusal)
{
    if (refusal.code.starts_with("progress.refusal.identifier"))
        form.errors.add("identifier", refusal.code, refusal.params);
    else if (refusal.code == "progress.refusal.ends_before_start")
        form.errors.add("ends_on", refusal.code, refusal.params);
    else
        return false;
    return true;
}

/// Somebody took it between the look and the commit.
void add_taken(forms::Form<SaveSheet>& form)
{
    form.errors.add("identifier", "progress.refusal.identifier_taken",
                    {{"identifier", form.command.identifier.value}});
}

} // namespace

http::Response new_sheet(Call& call)
{
    auto form = call.blank_form<SaveSheet>();
    if (form.typed.empty())
        form.typed = {{"identifier", std::string{call.query("identifiant")}},
                      {"client", std::string{call.query("client")}},
                      {"starts_on", call.context().today().text()}};
    return new_page(call, form, 200);
}

http::Response create_sheet(Call& call)
{
    auto form = call.form<SaveSheet>();
    if (!form.command.client) form.errors.add("client", "forms.error.required");
    if (!form.is_valid()) return new_page(call, form, 422);
    try {
        const auto sheet = call.context().write([&](WorkspaceTransaction& tx) {
            return add_sheet(tx, *form.command.client, header_of(form.command));
        });
        return call.redirect(sheet_path(reading_of(call), sheet.identifier).text(),
                             "progress.notice.sheet_added");
    } catch (const base::Refusal& refusal) {
        if (!put_beside_field(form, refusal)) throw;
    } catch (const db::ConstraintViolation&) {
        add_taken(form);
    }
    return new_page(call, form, 422);
}

http::Response edit_sheet(Call& call)
{
    const auto sheet = sheet_of(call);
    const auto kept = call.blank_form<SaveSheet>();
    return answer(call, edit_view(call, sheet, kept.typed.empty() ? form_of(call, sheet) : kept),
                  200);
}

http::Response update_sheet(Call& call)
{
    const auto sheet = sheet_of(call);
    auto form = call.form<SaveSheet>();
    if (!form.is_valid()) return answer(call, edit_view(call, sheet, form), 422);
    if (is_about_another(form.command.sheet, sheet)) {
        form.errors.add("identifier", "progress.refusal.other_sheet");
        return answer(call, edit_view(call, sheet, form), 409);
    }
    const auto header = header_of(form.command);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_header(tx, sheet.id, header, form.command.version.value);
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind == base::Refusal::Kind::Conflict) {
            auto view = edit_view(call, sheet, form);
            view.fields.set_beside(form_of(call, sheet).typed, {});
            return answer(call, view, 409);
        }
        if (!put_beside_field(form, refusal)) throw;
        return answer(call, edit_view(call, sheet, form), 422);
    } catch (const db::ConstraintViolation&) {
        add_taken(form);
        return answer(call, edit_view(call, sheet, form), 422);
    }
    return call.redirect(sheet_path(reading_of(call), *identifier_of(header.identifier)).text(),
                         "progress.notice.header_saved");
}

http::Response show_progress_settings(Call& call)
{
    const auto choice = call.context().read(
        [](WorkspaceTransaction& tx) { return SheetStore{tx}.comments_on_cancelled(); });
    const auto action = html::checked_local(call.in_workspace("/reglages/fiches"));
    return guard::render(call,
                         guard::Page{.title = t("progress.setting.title"),
                                     .body = settings_form(action, guard::form_guard(call), choice),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{t("progress.setting.settings"),
                                           html::checked_local(call.in_workspace("/reglages"))},
                                          {t("progress.setting.title"), {}}})});
}

http::Response update_progress_settings(Call& call)
{
    const auto form = call.form<SaveProgressSettings>();
    if (!form.is_valid()) return show_progress_settings(call);
    call.context().write([&](WorkspaceTransaction& tx) {
        choose_comments_on_cancelled(tx, form.command.comment_on_cancelled);
    });
    return call.redirect(call.in_workspace("/reglages/fiches"), "progress.notice.settings_saved");
}

} // namespace progress
