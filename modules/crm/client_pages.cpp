#include "modules/crm/client_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/client_note_views.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/tag_pages.hpp"

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

const std::vector<presets::Choice>& types_of(const Call& call)
{
    return tenancy::own_preset(call.context().workspace()).choices_of("clients.type");
}

std::vector<std::pair<std::string, std::string>> type_labels(const Call& call)
{
    std::vector<std::pair<std::string, std::string>> labels;
    for (const auto& type : types_of(call))
        labels.emplace_back(type.code, type.label);
    return labels;
}

std::string type_label(const Call& call, const std::string& code)
{
    for (const auto& type : types_of(call))
        if (type.code == code) return type.label;
    return {};
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

ClientSearch search_of(const Call& call)
{
    ClientSearch search{.prefix = base::fold(base::shorten(call.query("q"), 100)),
                        .with_archived = call.query("archives") == "1",
                        .after_key = std::string{call.query("apres")}};
    if (const auto id = tenancy::ClientId::parse(call.query("id"))) search.after_id = *id;
    search.limit = client_page_rows + 1;
    return search;
}

/// Takes the row beyond the page off and says where the next page begins.
std::optional<html::Url> next_page(const Call& call, std::vector<ClientRow>& rows)
{
    if (rows.size() <= client_page_rows) return {};
    rows.pop_back();
    return html::route("/e/{}/clients", slug_of(call))
        .with("q", call.query("q"))
        .with("archives", call.query("archives"))
        .with("apres", rows.back().search_key)
        .with("id", rows.back().id.text());
}

Client client_of(Call& call)
{
    const auto id = call.path_id<tenancy::ClientId>("id");
    const auto client =
        call.context().read([&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(id); });
    if (!client) throw base::NotFound{};
    return *client;
}

html::Html panels_of(Call& call)
{
    html::Html panels;
    for (const auto& panel : call.site().panels)
        if (panel.slot == "client" && call.may(panel.permission)) panels += panel.render(call);
    return panels;
}

} // namespace

http::Response list_clients(Call& call)
{
    guard::trace_reading(call, "crm.clients_read");
    const auto search = search_of(call);
    auto rows =
        call.context().read([&](WorkspaceTransaction& tx) { return ClientStore{tx}.list(search); });
    auto next = next_page(call, rows);
    const ClientListView view{.slug = slug_of(call),
                              .query = std::string{call.query("q")},
                              .with_archived = search.with_archived,
                              .may_manage = call.may("clients.manage"),
                              .rows = std::move(rows),
                              .types = type_labels(call),
                              .next = std::move(next)};
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

http::Response show_client(Call& call)
{
    const auto client = client_of(call);
    std::vector<AlertToday> alerts;
    const auto contacts = call.context().read([&](WorkspaceTransaction& tx) {
        alerts = alerts_today(tx, client.id);
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
                                 .type_label = type_label(call, client.type),
                                 .contacts = contacts,
                                 .alerts = alert_banners(alerts),
                                 .tags = tags_of_page(call, client.id),
                                 .panels = panels_of(call),
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
