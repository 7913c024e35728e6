#include "modules/crm/client_note_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/author_names.hpp"
#include "modules/crm/client_note_actions.hpp"
#include "modules/crm/client_note_forms.hpp"
#include "modules/crm/client_note_store.hpp"
#include "modules/crm/client_note_views.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_views.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int notes_of_panel = 3;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

tenancy::ClientId client_id(const Call& call)
{
    return call.path_id<tenancy::ClientId>("id");
}

html::Url path_of(const Call& call, std::string_view end)
{
    return html::checked_local(client_path(slug_of(call), client_id(call)).text() +
                               std::string{end});
}

std::vector<NoteLine> lines_of(Call& call, ClientNoteId before, int limit)
{
    const auto& zone = call.context().workspace().time_zone;
    const auto path = path_of(call, "/notes/").text();
    return call.context().read([&](WorkspaceTransaction& tx) {
        std::vector<NoteLine> lines;
        AuthorNames authors{tx};
        for (const auto& note : ClientNoteStore{tx}.notes(client_id(call), before, limit)) {
            const bool may_remove =
                note.author_id == call.actor().membership || call.may("clients.manage");
            NoteLine line{.note = note,
                          .author = authors.of(note.author_id),
                          .written = i18n::date_and_time(note.written_at, zone)};
            if (may_remove) line.remove = html::checked_local(path + note.id.text());
            lines.push_back(std::move(line));
        }
        return lines;
    });
}

Client client_of(Call& call)
{
    const auto client = call.context().read(
        [&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(client_id(call)); });
    if (!client) throw base::NotFound{};
    return *client;
}

html::Html crumbs(const Call& call, const Client& client, const std::string& here)
{
    return ui::breadcrumbs({{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))},
                            {client.name, client_path(slug_of(call), client.id)},
                            {here, {}}});
}

http::Response notes_page(Call& call, const forms::Form<WriteClientNote>& form)
{
    const auto client = client_of(call);
    const auto before = ClientNoteId::parse(call.query("avant")).value_or(ClientNoteId{});
    NotesView view{.client_name = client.name,
                   .action = path_of(call, "/notes"),
                   .guard = guard::form_guard(call),
                   .fields = {form, "crm.note.field"},
                   .may_write = call.may("clients.annotate"),
                   .lines = lines_of(call, before, client_notes_shown + 1)};
    if (view.lines.size() > client_notes_shown) {
        view.lines.pop_back();
        view.older = view.action.with("avant", view.lines.back().note.id.text());
    }
    return guard::render(call, guard::Page{.title = t("crm.note.title"),
                                           .body = notes_body(view),
                                           .breadcrumbs = crumbs(call, client, t("crm.note.title")),
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"client:" + client.id.text()}});
}

http::Response alerts_page(Call& call, const forms::Form<WriteAlert>& form)
{
    const auto client = client_of(call);
    AlertsView view{.client_name = client.name,
                    .action = path_of(call, "/alertes"),
                    .guard = guard::form_guard(call),
                    .fields = {form, "crm.alert.field"},
                    .may_write = call.may("clients.annotate"),
                    .today = call.context().today().text(),
                    .alerts = {}};
    view.alerts = call.context().read(
        [&](WorkspaceTransaction& tx) { return ClientNoteStore{tx}.alerts(client.id); });
    return guard::render(call,
                         guard::Page{.title = t("crm.alert.title"),
                                     .body = alerts_body(view),
                                     .breadcrumbs = crumbs(call, client, t("crm.alert.title")),
                                     .status = form.is_valid() ? 200 : 422,
                                     .topics = {"client:" + client.id.text()}});
}

} // namespace

void check_days(forms::Form<WriteAlert>& form)
{
    const auto& alert = form.command;
    if (form.is_valid() && alert.from && alert.until && *alert.until < *alert.from)
        form.errors.add("until", "crm.alert.refusal.days");
}

http::Response list_client_notes(Call& call)
{
    return notes_page(call, call.blank_form<WriteClientNote>());
}

http::Response create_client_note(Call& call)
{
    const auto form = call.form<WriteClientNote>();
    if (!form.is_valid()) return notes_page(call, form);
    const auto& note = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        write_client_note(tx, client_id(call), note.category, note.body.value);
    });
    return call.redirect(path_of(call, "").text(), "crm.note.written");
}

http::Response delete_client_note(Call& call)
{
    const auto note = call.path_id<ClientNoteId>("note");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_client_note(tx, client_id(call), note); });
    return call.redirect(path_of(call, "/notes").text(), "crm.note.removed");
}

http::Response list_client_alerts(Call& call)
{
    return alerts_page(call, call.blank_form<WriteAlert>());
}

http::Response create_client_alert(Call& call)
{
    auto form = call.form<WriteAlert>();
    check_days(form);
    if (!form.is_valid()) return alerts_page(call, form);
    const auto& alert = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        write_alert(tx, {.client = client_id(call),
                         .strength = alert.strength,
                         .words = alert.words.value,
                         .from = alert.from,
                         .until = alert.until});
    });
    return call.redirect(path_of(call, "").text(), "crm.alert.written");
}

http::Response delete_client_alert(Call& call)
{
    const auto alert = call.path_id<ClientAlertId>("alert");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_alert(tx, client_id(call), alert); });
    return call.redirect(path_of(call, "/alertes").text(), "crm.alert.removed");
}

html::Html notes_panel(Call& call)
{
    return notes_card({.all = path_of(call, "/notes"),
                       .alerts = path_of(call, "/alertes"),
                       .may_write = call.may("clients.annotate"),
                       .lines = lines_of(call, {}, notes_of_panel)});
}

} // namespace crm
