#include "modules/crm/client_merge_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_merge_actions.hpp"
#include "modules/crm/client_merge_forms.hpp"
#include "modules/crm/client_merge_store.hpp"
#include "modules/crm/client_merge_views.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/client_views.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int choices_shown = 20;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

html::Url merge_path(const Call& call, tenancy::ClientId client)
{
    return html::route("/e/{}/clients/{}/fusion", slug_of(call), client);
}

Client client_of(Call& call, tenancy::ClientId id)
{
    const auto client =
        call.context().read([&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(id); });
    if (!client) throw base::NotFound{};
    return *client;
}

http::Response page(Call& call, const Client& kept, html::Html body, int status = 200)
{
    const auto crumbs =
        ui::breadcrumbs({{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))},
                         {kept.name, client_path(slug_of(call), kept.id)},
                         {t("crm.merge.title"), {}}});
    return guard::render(call, guard::Page{.title = t("crm.merge.title"),
                                           .body = std::move(body),
                                           .breadcrumbs = crumbs,
                                           .status = status,
                                           .topics = {"client:" + kept.id.text()}});
}

http::Response choice_page(Call& call, const Client& kept)
{
    MergeChoiceView view{.kept_name = kept.name,
                         .action = merge_path(call, kept.id),
                         .query = std::string{call.query("q")},
                         .others = {}};
    const ClientSearch search{.prefix = base::fold(base::shorten(view.query, 100)),
                              .after_key = {},
                              .after_id = {},
                              .limit = choices_shown};
    view.others =
        call.context().read([&](WorkspaceTransaction& tx) { return ClientStore{tx}.list(search); });
    std::erase_if(view.others, [&](const ClientRow& row) { return row.id == kept.id; });
    return page(call, kept, merge_choice(view));
}

http::Response preview_page(Call& call, const Client& kept, const Client& merged,
                            const std::string& conflict = {})
{
    const MergePreview view{
        .kept = kept,
        .merged = merged,
        .action = merge_path(call, kept.id),
        .other_way = merge_path(call, merged.id).with("avec", kept.id.text()),
        .back = client_path(slug_of(call), kept.id),
        .guard = guard::form_guard(call),
        .types = call.context().read([](WorkspaceTransaction& tx) { return client_types(tx); }),
        .conflict = conflict};
    return page(call, kept, merge_preview(view), conflict.empty() ? 200 : 409);
}

} // namespace

http::Response show_merge(Call& call)
{
    const auto kept = client_of(call, call.path_id<tenancy::ClientId>("id"));
    const auto other = tenancy::ClientId::parse(call.query("avec"));
    if (!other || *other == kept.id) return choice_page(call, kept);
    return preview_page(call, kept, client_of(call, *other));
}

http::Response create_merge(Call& call)
{
    const auto kept = client_of(call, call.path_id<tenancy::ClientId>("id"));
    const auto form = call.form<MergeClients>();
    base::refuse_unless(form.is_valid(), "crm.merge.refusal.nobody");
    const auto& typed = form.command;
    const auto merged = client_of(call, typed.other);
    MergeOrder order{.kept = kept.id,
                     .merged = merged.id,
                     .kept_version = typed.version.value,
                     .merged_version = typed.other_version.value,
                     .taken = {}};
    for (const auto& field : typed.take)
        order.taken.push_back(field.value);
    try {
        call.context().write([&](WorkspaceTransaction& tx) { merge_clients(tx, order); });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return preview_page(call, client_of(call, kept.id), client_of(call, merged.id),
                            t(refusal.code, refusal.params));
    }
    return call.redirect(client_path(slug_of(call), kept.id).text(), "crm.merge.done");
}

http::Response create_merge_undoing(Call& call)
{
    const auto kept = call.path_id<tenancy::ClientId>("id");
    const auto form = call.form<UndoMerge>();
    if (!form.is_valid()) throw base::NotFound{};
    call.context().write(
        [&](WorkspaceTransaction& tx) { undo_merge(tx, kept, form.command.merge); });
    return call.redirect(client_path(slug_of(call), kept).text(), "crm.merge.undone");
}

std::optional<http::Response> to_kept_client(Call& call, tenancy::ClientId client)
{
    const auto kept = call.context().read(
        [&](WorkspaceTransaction& tx) { return ClientMergeStore{tx}.kept_of(client); });
    if (!kept) return {};
    return call.redirect(client_path(slug_of(call), *kept).text(), "crm.merge.redirected");
}

html::Html merges_panel(Call& call)
{
    const auto kept = call.path_id<tenancy::ClientId>("id");
    const auto& zone = call.context().workspace().time_zone;
    const auto now = call.context().now();
    MergesView view{.start = merge_path(call, kept),
                    .undo = html::checked_local(merge_path(call, kept).text() + "/annulation"),
                    .guard = guard::form_guard(call),
                    .merges = {}};
    const auto merges = call.context().read([&](WorkspaceTransaction& tx) {
        return ClientMergeStore{tx}.merges_into(kept, now - merge_undo_days);
    });
    for (const auto& merge : merges)
        view.merges.push_back({.id = merge.id,
                               .name = merge.merged_name,
                               .when = i18n::relative(merge.merged_at, now, zone)});
    return merges_card(view);
}

} // namespace crm
