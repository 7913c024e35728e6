#include "modules/progress/entry_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/sheet_pages.hpp"

namespace progress
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int opened_shown = 5;
constexpr int page_rows = 50;

std::string typed_identifier(const Call& call)
{
    return base::shorten(base::trim(call.query("identifiant")), identifier_max);
}

EntryView entry_of(Call& call)
{
    EntryView view{.reading = reading_of(call), .may_manage = call.may("progress.manage")};
    view.opened = call.context().read([&](WorkspaceTransaction& tx) {
        return SheetStore{tx}.opened_by(tx.actor().membership, opened_shown);
    });
    return view;
}

void read_list(Call& call, EntryView& view)
{
    view.may_list = call.may("progress.list");
    if (!view.may_list) return;
    view.query = base::shorten(call.query("q"), 100);
    SheetSearch search{.typed = view.query, .limit = page_rows + 1};
    if (const auto before = SheetId::parse(call.query("avant"))) search.before = *before;
    view.rows =
        call.context().read([&](WorkspaceTransaction& tx) { return SheetStore{tx}.list(search); });
    if (view.rows.size() <= page_rows) return;
    view.rows.pop_back();
    view.next =
        sheets_path(view.reading).with("q", view.query).with("avant", view.rows.back().id.text());
}

http::Response entry_answer(Call& call, EntryView view)
{
    read_list(call, view);
    const int status = view.is_unknown ? 404 : 200;
    return guard::render(call, guard::Page{.title = t("progress.nav"),
                                           .body = entry_page(view),
                                           .status = status,
                                           .topics = {"sheets"}});
}

OwnSheetsView own_of(Call& call)
{
    return {.reading = reading_of(call), .rows = call.context().read([](WorkspaceTransaction& tx) {
                return SheetStore{tx}.of_client(tx.actor().client, tx.actor().membership);
            })};
}

} // namespace

http::Response show_entry(Call& call)
{
    auto view = entry_of(call);
    view.typed = typed_identifier(call);
    if (view.typed.empty()) return entry_answer(call, std::move(view));
    const auto found = call.context().read([&](WorkspaceTransaction& tx) {
        return SheetStore{tx}.find_by_key(identifier_key_of(view.typed));
    });
    if (found) return call.redirect(sheet_path(view.reading, found->identifier).text());
    view.is_unknown = true;
    return entry_answer(call, std::move(view));
}

http::Response list_own_sheets(Call& call)
{
    return guard::render(call, guard::Page{.title = t("progress.own.nav"),
                                           .body = own_sheets(own_of(call)),
                                           .is_data_only = true,
                                           .topics = {"sheets:" + call.actor().client.text()}});
}

html::Html entry_panel(Call& call)
{
    return entry_card(entry_of(call));
}

html::Html first_sheet_step(Call& call)
{
    const bool is_done = call.context().read([](WorkspaceTransaction& tx) {
        return !SheetStore{tx}.list({.typed = {}, .before = {}, .limit = 1}).empty();
    });
    return first_step(html::checked_local(call.in_workspace("/nouvelle-fiche")),
                      is_done ? FirstSheet::open : FirstSheet::to_open);
}

html::Html own_sheets_panel(Call& call)
{
    return own_sheets_card(own_of(call));
}

html::Html client_sheets_panel(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    return client_sheets({.reading = reading_of(call),
                          .client = client,
                          .rows = call.context().read([&](WorkspaceTransaction& tx) {
                              return SheetStore{tx}.of_client(client, tx.actor().membership);
                          }),
                          .may_manage = call.may("progress.manage")});
}

} // namespace progress
