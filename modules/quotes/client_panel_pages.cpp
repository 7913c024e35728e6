#include "modules/quotes/client_panel_pages.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/opened_quote_pages.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/quotes/quote_views.hpp"
#include "modules/quotes/quote_words.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace quotes
{

namespace
{

constexpr int panel_rows = 10;
constexpr int day_rows = 5;

html::Html waiting_row(const guard::Call& call, const QuoteRow& row)
{
    const auto currency = sale_documents::books_of(call.context().workspace()).currency;
    const auto amount = row.gross ? i18n::money(*row.gross, currency) : std::string{};
    return ui::row_link(
        quote_path(slug_of(call), row.id),
        {.lead = ui::tile("file-pen-line", ui::Tone::Violet),
         .title = row.title,
         .detail = i18n::t("quotes.day.row", {{"number", row.number},
                                              {"client", row.client_name},
                                              {"day", i18n::day_and_month(row.valid_until)}}),
         .aside = html::span(html::cls("num"), amount)});
}

} // namespace

html::Html client_quotes_panel(guard::Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto& slug = slug_of(call);
    const auto currency = sale_documents::books_of(call.context().workspace()).currency;
    const auto rows = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        return QuoteStore{tx}.list(
            {.word = {}, .state = {}, .client = client, .limit = panel_rows});
    });
    if (rows.empty()) return html::none;
    return ui::card(
        {.title = i18n::t("quotes.nav"), .id = "client-quotes", .classes = "mb-5"},
        html::each(rows, [&](const QuoteRow& row) {
            const auto amount = row.gross ? i18n::money(*row.gross, currency) : std::string{};
            return ui::row_link(
                quote_path(slug, row.id),
                {.title = row.title,
                 .detail = row.number,
                 .aside = html::group(
                     html::span(html::cls("num font-[560]"), amount),
                     ui::badge(state_words(row.state), ui::tone_named(state_tone(row.state))))});
        }));
}

html::Html waiting_quotes_panel(guard::Call& call)
{
    auto rows = call.context().read(
        [](tenancy::WorkspaceTransaction& tx) { return QuoteStore{tx}.waiting(day_rows + 1); });
    if (rows.empty()) return html::none;
    const auto all =
        html::when(rows.size() > day_rows,
                   ui::link(html::route("/e/{}/devis", slug_of(call)).with("etat", "sent"),
                            i18n::t("quotes.day.all")));
    if (rows.size() > day_rows) rows.pop_back();
    return ui::card({.title = i18n::t("quotes.day.title"), .id = "quotes-waiting", .actions = all},
                    html::each(rows, [&](const QuoteRow& row) { return waiting_row(call, row); }));
}

} // namespace quotes
