#include "modules/crm/portal_change_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/portal_change_actions.hpp"
#include "modules/crm/portal_change_forms.hpp"
#include "modules/crm/portal_change_views.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/crm/portal_details_store.hpp"
#include "modules/crm/portal_record_actions.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

tenancy::ClientId client_id(const Call& call)
{
    return call.path_id<tenancy::ClientId>("id");
}

html::Url changes_path(const Call& call)
{
    return html::route("/e/{}/clients/{}/changements", slug_of(call), client_id(call));
}

ChangeLine line_of(const Call& call, WorkspaceTransaction& tx, const PortalChange& change)
{
    const auto details = details_of(tx, change.client_id, change.membership_id);
    const auto now = value_of(details, change.field);
    const auto member = auth::member(tx, change.membership_id);
    const auto& zone = call.context().workspace().time_zone;
    return {.field = t("crm.details.field." + change.field),
            .before = field_words(tx, change.field, now),
            .after = field_words(tx, change.field, change.after),
            .asked = t("crm.change.asked", {{"name", member ? member->name : std::string{}},
                                            {"at", i18n::date_and_time(change.asked_at, zone)}}),
            .since =
                now == change.before ? std::string{} : field_words(tx, change.field, change.before),
            .action = html::checked_local(changes_path(call).text() + "/" + change.id.text())};
}

ChangesView view_of(Call& call)
{
    ChangesView view{
        .client_name = {}, .version = {}, .guard = guard::form_guard(call), .lines = {}};
    call.context().read([&](WorkspaceTransaction& tx) {
        const auto client = ClientStore{tx}.find(client_id(call));
        if (!client) throw base::NotFound{};
        view.client_name = client->name;
        view.version = std::to_string(client->version);
        view.lines.clear();
        for (const auto& change : PortalDetailsStore{tx}.waiting(client->id))
            view.lines.push_back(line_of(call, tx, change));
    });
    return view;
}

http::Response change_page(Call& call, const forms::Form<SettleChange>& form, int status)
{
    auto view = view_of(call);
    const auto end = "/" + call.path("change");
    std::erase_if(view.lines,
                  [&](const ChangeLine& line) { return !line.action.text().ends_with(end); });
    if (view.lines.empty()) throw base::NotFound{};
    const auto crumbs =
        ui::breadcrumbs({{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))},
                         {view.client_name, client_path(slug_of(call), client_id(call))},
                         {t("crm.change.single"), {}}});
    return guard::render(call, guard::Page{.title = t("crm.change.single"),
                                           .body = change_body(view, {form, "crm.change.field"}),
                                           .breadcrumbs = crumbs,
                                           .status = status,
                                           .topics = {"client:" + client_id(call).text()}});
}

http::Response fields_page(Call& call, const forms::Form<SavePortalFields>& form)
{
    const auto path = html::route("/e/{}/reglages/informations-clients", slug_of(call));
    const PortalFieldsView view{
        .action = path, .guard = guard::form_guard(call), .fields = {form, "crm.fields.field"}};
    const auto crumbs =
        ui::breadcrumbs({{t("guard.nav.settings"), html::route("/e/{}/reglages", slug_of(call))},
                         {t("crm.fields.title"), {}}});
    const auto heading = html::group(html::h1(html::cls("sr-only"), t("crm.fields.title")), crumbs);
    return guard::render(call, guard::Page{.title = t("crm.fields.title"),
                                           .body = portal_fields_body(view),
                                           .breadcrumbs = heading,
                                           .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response show_change(Call& call)
{
    return change_page(call, call.blank_form<SettleChange>(), 200);
}

http::Response settle_change(Call& call)
{
    auto form = call.form<SettleChange>();
    const auto& typed = form.command;
    if (form.is_valid() && typed.decision == Decision::refuse && typed.reason.value.empty())
        form.errors.add("reason", "crm.change.no_reason");
    if (!form.is_valid()) return change_page(call, form, 422);
    const auto id = call.path_id<PortalChangeId>("change");
    const bool is_accepted = typed.decision == Decision::accept;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            if (is_accepted)
                accept_change(tx, client_id(call), id, typed.version ? typed.version->value : 0);
            else
                refuse_change(tx, client_id(call), id, typed.reason.value);
        });
    } catch (const base::Refusal& refusal) {
        if (std::string_view{refusal.code} == "crm.change.refusal.settled") throw;
        form.errors.add("", refusal.code, refusal.params);
        return change_page(call, form, refusal.kind == base::Refusal::Kind::Conflict ? 409 : 422);
    }
    return call.redirect(client_path(slug_of(call), client_id(call)).text(),
                         is_accepted ? "crm.change.accepted" : "crm.change.refused");
}

html::Html changes_panel(Call& call)
{
    return changes_card(view_of(call));
}

http::Response show_portal_fields(Call& call)
{
    auto form = call.blank_form<SavePortalFields>();
    if (form.typed.empty()) {
        const auto uses = call.context().read(
            [](WorkspaceTransaction& tx) { return PortalDetailsStore{tx}.uses(); });
        for (const auto& field : portal_fields)
            form.typed.emplace_back(field.code, forms::enum_name(use_of(uses, field)));
        form.typed.emplace_back(colleagues_code, forms::enum_name(colleagues_use(uses)));
        form.typed.emplace_back("shown", words_of_uses(uses));
    }
    return fields_page(call, form);
}

http::Response update_portal_fields(Call& call)
{
    auto form = call.form<SavePortalFields>();
    check_whole(form);
    if (!form.is_valid()) return fields_page(call, form);
    call.context().write(
        [&](WorkspaceTransaction& tx) { save_field_uses(tx, changed_uses(form.command)); });
    return call.redirect(call.in_workspace("/reglages/informations-clients"), "crm.fields.saved");
}

} // namespace crm
