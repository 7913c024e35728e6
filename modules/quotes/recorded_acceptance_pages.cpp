#include "modules/quotes/recorded_acceptance_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/acceptance_views.hpp"
#include "modules/quotes/offered_quote_pages.hpp"
#include "modules/quotes/opened_quote_pages.hpp"
#include "modules/quotes/quote_views.hpp"
#include "modules/quotes/reached_quote_pages.hpp"

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using signatures::RecordScan;

html::Url recording_path(const Call& call, const Quote& quote, std::string_view end)
{
    return html::checked_local(quote_path(slug_of(call), quote.id).text() + "/signature" +
                               std::string{end});
}

http::Response recording_page(Call& call, const Offered& offer, const forms::Form<RecordScan>& form)
{
    const auto books = sale_documents::books_of(call.context().workspace());
    const auto here = recording_path(call, offer.quote, "");
    const RecordedAcceptanceView view{
        .quote = offer.quote,
        .lines = offer.lines,
        .counted = offer.counted,
        .books = books,
        .choose = here,
        .paper = with_choice(recording_path(call, offer.quote, "/pdf"), offer.lines),
        .form =
            signatures::scan_form(call, offer.shown, with_choice(here, offer.lines).text(), form)};
    const auto title = t("quotes.record.title");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = recorded_acceptance_page(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("quotes.nav"), quotes_path(slug_of(call))},
                               {offer.quote.number, quote_path(slug_of(call), offer.quote.id)},
                               {title, {}}}),
                          .status = signatures::status_of(form.errors)});
}

/// The page of the quote says what it has become.
std::optional<http::Response> over(const Call& call, const Quote& quote)
{
    if (is_answerable(call, quote)) return {};
    return call.redirect(quote_path(slug_of(call), quote.id).text());
}

} // namespace

http::Response show_recording(Call& call)
{
    const auto quote = opened(call).quote;
    if (auto elsewhere = over(call, quote)) return *std::move(elsewhere);
    return recording_page(call, offered(call, quote), call.blank_form<RecordScan>());
}

http::Response serve_recording_paper(Call& call)
{
    const auto quote = opened(call).quote;
    if (auto elsewhere = over(call, quote)) return *std::move(elsewhere);
    return serve_offered(offered(call, quote));
}

http::Response create_recording(Call& call)
{
    const auto quote = opened(call).quote;
    if (auto elsewhere = over(call, quote)) return *std::move(elsewhere);
    const auto offer = offered(call, quote);
    auto form = call.form<RecordScan>();
    const auto made = signatures::record_scan(
        call, offer.shown, form,
        [&](tenancy::WorkspaceTransaction& tx, const signatures::Signature& signature) {
            accept_quote(tx, acceptance_of(offer, signature));
        });
    if (!made) return recording_page(call, offer, form);
    return call.redirect(quote_path(slug_of(call), quote.id).text(), "quotes.notice.recorded");
}

} // namespace quotes
