#include "modules/crm/client_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_activity_actions.hpp"
#include "modules/crm/client_activity_store.hpp"
#include "modules/crm/client_filter_pages.hpp"
#include "modules/crm/client_layout_forms.hpp"
#include "modules/crm/client_merge_pages.hpp"
#include "modules/crm/client_note_views.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/tag_pages.hpp"
#include "modules/crm/tag_store.hpp"

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

html::Url new_path(const Call& call)
{
    return html::route("/e/{}/clients/nouveau", slug_of(call));
}

html::Html crumbs(const Call& call, const std::string& here)
{
    return ui::breadcrumbs(
        {{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))}, {here, {}}});
}

ClientSearch search_of(const Call& call, const ClientFilter& filter)
{
    auto search = search_for(filter, call.context().workspace().time_zone);
    search.after_key = std::string{call.query("apres")};
    if (const auto id = tenancy::ClientId::parse(call.query("id"))) search.after_id = *id;
    search.limit = client_page_rows + 1;
    return search;
}

/// Takes the row beyond the page off and says where the next page begins.
std::optional<html::Url> next_page(const Call& call, const ClientFilter& filter,
                                   std::vector<ClientRow>& rows)
{
    if (rows.size() <= client_page_rows) return {};
    rows.pop_back();
    return with_filter(html::route("/e/{}/clients", slug_of(call)), filter)
        .with("apres", rows.back().search_key)
        .with("id", rows.back().id.text());
}

std::vector<ui::Tab> orders_of(const Call& call, const ClientFilter& filter)
{
    std::vector<ui::Tab> orders;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ClientOrder>>([&](auto order) {
        auto other = filter;
        other.order = order.value;
        orders.push_back({.label = t("crm.order." + std::string{order.name}),
                          .to = with_filter(html::route("/e/{}/clients", slug_of(call)), other),
                          .is_current = filter.order == order.value});
    });
    return orders;
}

Client client_of(Call& call)
{
    const auto id = call.path_id<tenancy::ClientId>("id");
    const auto client =
        call.context().read([&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(id); });
    if (!client) throw base::NotFound{};
    return *client;
}

} // namespace

http::Response list_clients(Call& call)
{
    guard::trace_reading(call, "crm.clients_read");
    const auto filter = filter_of(call);
    ClientListView view{.slug = slug_of(call),
                        .guard = guard::form_guard(call),
                        .filter = filter,
                        .may_manage = call.may("clients.manage")};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.rows = ClientStore{tx}.list(narrowed_by_activity(tx, filter, search_of(call, filter)));
        view.inactive_after = ClientActivityStore{tx}.days();
        view.layout = ClientLayoutStore{tx}.layout();
        view.types = client_types(tx);
        view.tags = TagStore{tx}.all();
    });
    view.next = next_page(call, filter, view.rows);
    view.orders = orders_of(call, filter);
    view.layout_at = with_filter(html::route("/e/{}/clients/affichage", slug_of(call)), filter);
    view.export_at = with_filter(html::route("/e/{}/clients/export", slug_of(call)), filter);
    view.workbook_at =
        with_filter(html::route("/e/{}/clients/export/classeur", slug_of(call)), filter);
    const auto add = ui::link_button(new_path(call), {.label = t("crm.list.new"),
                                                      .icon = "plus",
                                                      .kind = ui::ButtonKind::Primary,
                                                      .hotkey = "c"});
    return guard::render(call, guard::Page{.title = t("crm.nav"),
                                           .body = client_list(view),
                                           .top = html::when(view.may_manage, add),
                                           .is_data_only = true,
                                           .topics = {"clients"}});
}

http::Response choose_client_layout(Call& call)
{
    const auto form = call.form<ChooseClientLayout>();
    const auto layout = form.is_valid() ? form.command.layout : ClientLayout::table;
    call.context().write([&](WorkspaceTransaction& tx) { ClientLayoutStore{tx}.choose(layout); });
    const auto list = html::route("/e/{}/clients", slug_of(call));
    return call.redirect(with_filter(list, filter_of(call)).text());
}

http::Response show_client(Call& call)
{
    const auto client = client_of(call);
    if (auto elsewhere = to_kept_client(call, client.id)) return *std::move(elsewhere);
    std::vector<AlertToday> alerts;
    std::string type;
    const auto contacts = call.context().read([&](WorkspaceTransaction& tx) {
        alerts = alerts_today(tx, client.id);
        type = type_name(client_types(tx), client.type);
        return ClientStore{tx}.contacts(client.id);
    });
    const auto edit = html::route("/e/{}/clients/{}/modifier", slug_of(call), client.id);
    const auto journal = html::route("/e/{}/reglages/journal", slug_of(call))
                             .with("objet", "client")
                             .with("id", client.id.text());
    return guard::render(
        call,
        guard::Page{
            .title = client.name,
            .body = client_page({.client = client,
                                 .type_label = type,
                                 .contacts = contacts,
                                 .alerts = alert_banners(alerts),
                                 .tags = tags_of_page(call, client.id),
                                 .panels = guard::panels_in(call, "client"),
                                 .history = html::when(call.may("audit.view"),
                                                       ui::link(journal, t("crm.page.history")))}),
            .top =
                html::when(call.may("clients.manage"),
                           ui::link_button(edit, {.label = t("crm.page.edit"), .icon = "pencil"})),
            .breadcrumbs = crumbs(call, client.name),
            .is_data_only = true,
            .topics = {"client:" + client.id.text()}});
}

} // namespace crm
