#include "modules/quotes/client_panel_pages.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
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

} // namespace quotes
