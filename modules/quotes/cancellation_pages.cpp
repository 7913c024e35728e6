#include "modules/quotes/cancellation_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/answer_forms.hpp"
#include "modules/quotes/cancellation_actions.hpp"
#include "modules/quotes/cancellation_views.hpp"
#include "modules/quotes/opened_quote_pages.hpp"
#include "modules/quotes/quote_views.hpp"

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

http::Response asking_page(Call& call, const OpenedQuote& open,
                           const forms::Form<CancelQuote>& form)
{
    const auto slug = slug_of(call);
    const auto& quote = open.quote;
    const auto back = quote_path(slug, quote.id);
    CancellationView view{.slug = slug,
                          .action = html::checked_local(back.text() + "/annulation"),
                          .back = back,
                          .guard = guard::form_guard(call),
                          .fields = {form, "quotes.cancellation.field"},
                          .title = quote.title,
                          .number = quote.number,
                          .client_name = open.client_name,
                          .holder = {}};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.holder = holder_of(tx, quote.id);
        view.is_mailed = !told_of_cancellation(tx, quote).empty();
    });
    return guard::render(
        call, guard::Page{.title = t("quotes.cancellation.title"),
                          .body = cancellation_page(view),
                          .breadcrumbs = ui::breadcrumbs({{t("quotes.nav"), quotes_path(slug)},
                                                          {quote.number, back},
                                                          {t("quotes.cancellation.title"), {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response confirm_cancellation(Call& call)
{
    const auto open = opened(call);
    if (!after(open.quote.state, QuoteMove::cancel))
        return call.redirect(quote_path(slug_of(call), open.quote.id).text());
    return asking_page(call, open, call.blank_form<CancelQuote>());
}

http::Response create_cancellation(Call& call)
{
    const auto open = opened(call);
    const auto form = call.form<CancelQuote>();
    if (!form.is_valid()) return asking_page(call, open, form);
    call.context().write([&](WorkspaceTransaction& tx) {
        cancel_quote(tx, open.quote.id, form.command.reason.value);
    });
    return call.redirect(quote_path(slug_of(call), open.quote.id).text(),
                         "quotes.notice.cancelled");
}

} // namespace quotes
