#include "modules/pricebook/replay_pages.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/replay_store.hpp"
#include "modules/pricebook/replay_views.hpp"
#include "modules/pricebook/version_store.hpp"
#include "modules/pricebook/words.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

ReplayView read_replay(Call& call)
{
    const auto id = call.path_id<VersionId>("version");
    const auto& context = call.context();
    ReplayView view{.slug = context.workspace().slug,
                    .currency = currency_of(context.workspace()),
                    .version = {},
                    .from = replayed_from(context.today()),
                    .replay = {}};
    context.read([&](WorkspaceTransaction& tx) {
        const auto book = VersionStore{tx}.book();
        const auto* version = book.find(id);
        if (version == nullptr) throw base::NotFound{};
        view.version = *version;
        view.replay = replay_of(past_invoices(tx, view.from), replayed_prices(tx, id));
    });
    return view;
}

/// « 1284,60 »: a spreadsheet in French reads a number.
std::string amount(base::Cents cents)
{
    auto words = base::plain_amount(cents);
    std::ranges::replace(words, '.', ',');
    return words;
}

std::vector<std::string> cells_of(const ReplayedClient& one)
{
    return {one.name,
            std::to_string(one.invoices),
            amount(one.before),
            amount(one.after),
            amount(one.after - one.before),
            std::to_string(one.lines.replayed),
            std::to_string(one.lines.by_hand),
            std::to_string(one.lines.gone)};
}

std::vector<std::string> head()
{
    std::vector<std::string> cells;
    for (const char* name :
         {"client", "invoices", "before", "after", "change", "replayed", "by_hand", "gone"})
        cells.push_back(t("pricebook.replay.column." + std::string{name}));
    return cells;
}

} // namespace

http::Response show_replay(Call& call)
{
    const auto view = read_replay(call);
    const auto slug = call.context().workspace().slug;
    const auto title =
        t("pricebook.replay.title", {{"number", std::to_string(view.version.number)}});
    const auto crumbs = ui::breadcrumbs(
        {{t("pricebook.tab.versions"), book_path(slug, "/versions")},
         {t("pricebook.version.title", {{"number", std::to_string(view.version.number)}}),
          book_path(slug, "/versions/" + view.version.id.text())},
         {t("pricebook.replay.short"), {}}});
    return guard::render(
        call, guard::Page{.title = title, .body = replay_page(view), .breadcrumbs = crumbs});
}

http::Response export_replay_csv(Call& call)
{
    guard::trace_reading(call, "pricebook.replay_exported");
    auto view = read_replay(call);
    std::string bytes{base::csv_mark};
    bytes += base::csv_line(head());
    for (const auto& client : view.replay.clients)
        bytes += base::csv_line(cells_of(client));
    view.replay.total.name = t("pricebook.replay.total");
    bytes += base::csv_line(cells_of(view.replay.total));
    auto response = http::Response::text(std::move(bytes));
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"rejeu-version-" +
                                                    std::to_string(view.version.number) + ".csv\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace pricebook
