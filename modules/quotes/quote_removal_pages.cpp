#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/opened_quote_pages.hpp"
#include "modules/quotes/quote_actions.hpp"
#include "modules/quotes/quote_pages.hpp"
#include "modules/quotes/quote_views.hpp"

#include <chrono>

/// A draft is copied or deleted.
namespace quotes
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

http::Response create_copy(Call& call)
{
    const auto original = call.path_id<QuoteId>("quote");
    const base::Date until{call.context().today().day + std::chrono::days{validity_days}};
    const auto copy = call.context().write(
        [&](WorkspaceTransaction& tx) { return copy_quote(tx, original, until); });
    return call.redirect(quote_path(slug_of(call), copy).text(), "quotes.notice.copied");
}

http::Response confirm_removal(Call& call)
{
    const auto open = opened(call);
    base::refuse_unless(is_editable(open.quote.state), "quotes.refusal.not_draft");
    const auto back = quote_path(slug_of(call), open.quote.id);
    const RemovalView view{.action = html::checked_local(back.text() + "/suppression"),
                           .back = back,
                           .guard = guard::form_guard(call),
                           .quote = open.quote,
                           .client_name = open.client_name,
                           .books = sale_documents::books_of(call.context().workspace())};
    return guard::render(call, guard::Page{.title = t("quotes.removal.title"),
                                           .body = removal_page(view),
                                           .breadcrumbs = ui::breadcrumbs(
                                               {{t("quotes.nav"), quotes_path(slug_of(call))},
                                                {open.quote.title, back},
                                                {t("quotes.removal.title"), {}}})});
}

http::Response delete_quote(Call& call)
{
    const auto quote = call.path_id<QuoteId>("quote");
    const auto form = call.form<RemoveQuote>();
    base::refuse_unless(form.is_valid(), "quotes.refusal.confirm_first");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_quote(tx, quote, form.command.version.value); });
    return call.redirect(quotes_path(slug_of(call)).text(), "quotes.notice.removed");
}

} // namespace quotes
