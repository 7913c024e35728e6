#include "modules/quotes/sending_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/quotes/opened_quote_pages.hpp"
#include "modules/quotes/quote_views.hpp"
#include "modules/quotes/sending_actions.hpp"
#include "modules/quotes/sending_forms.hpp"
#include "modules/quotes/sending_views.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <algorithm>
#include <chrono>

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

/// As many days as its writer gave it, from today on.
base::Date proposed_validity(const Call& call, const Quote& quote)
{
    const auto written = base::date_in(quote.created_at, call.context().workspace().time_zone);
    const auto today = call.context().today();
    const auto given = std::max(quote.valid_until.day - written.day, std::chrono::days{1});
    return {today.day + given};
}

void prefill(Call& call, forms::Form<SendQuote>& form, const Quote& quote)
{
    const auto [client, addressee] = call.context().read([&](WorkspaceTransaction& tx) {
        return std::pair{crm::client(tx, quote.client_id), crm::addressee(tx, quote.client_id)};
    });
    form.typed = {{"way", client.email.empty() ? "hand" : "mail"},
                  {"name", addressee.contact.empty() ? client.name : addressee.contact},
                  {"email", client.email},
                  {"valid_until", proposed_validity(call, quote).text()},
                  {"version", std::to_string(quote.version)}};
}

http::Response sending_page(Call& call, const OpenedQuote& open, const forms::Form<SendQuote>& form)
{
    const auto books = sale_documents::books_of(call.context().workspace());
    const auto all = counted(open.quote.terms(), open.lines, books);
    if (all.problem) throw base::Refusal{all.problem->key, all.problem->params};
    const auto back = quote_path(slug_of(call), open.quote.id);
    const SendingView view{.action = html::checked_local(back.text() + "/envoi"),
                           .back = back,
                           .paper = html::checked_local(back.text() + "/apercu"),
                           .guard = guard::form_guard(call),
                           .fields = {form, "quotes.sending.field"},
                           .version = open.quote.version,
                           .title = open.quote.title,
                           .client_name = open.client_name,
                           .counted = all,
                           .books = books,
                           .may_invite = call.may("clients.portal")};
    const auto title = t("quotes.sending.title");
    return guard::render(call, guard::Page{.title = title,
                                           .body = sending_form(view),
                                           .breadcrumbs = ui::breadcrumbs(
                                               {{t("quotes.nav"), quotes_path(slug_of(call))},
                                                {open.quote.title, back},
                                                {title, {}}}),
                                           .status = form.is_valid() ? 200 : 422});
}

/// A second person, or a second click with other words, is told so in place of sending again.
OpenedQuote opened_draft(Call& call)
{
    auto open = opened(call);
    base::refuse_unless(is_editable(open.quote.state), "quotes.refusal.already_sent");
    return open;
}

} // namespace

http::Response confirm_sending(Call& call)
{
    const auto open = opened_draft(call);
    auto form = call.blank_form<SendQuote>();
    if (form.typed.empty()) prefill(call, form, open.quote);
    return sending_page(call, open, form);
}

http::Response create_sending(Call& call)
{
    const auto open = opened(call); // a second click is answered as the first was
    auto form = call.form<SendQuote>();
    check_whole(form, call.context().today());
    if (!form.is_valid()) return sending_page(call, open, form);

    const auto& typed = form.command;
    const Sending sending{.quote = open.quote.id,
                          .seen_version = typed.version.value,
                          .way = typed.way.value_or(Way::mail),
                          .to_name = typed.name.value,
                          .to_email = typed.email.value,
                          .words = typed.words.value,
                          .valid_until = typed.valid_until};
    call.context().write([&](WorkspaceTransaction& tx) { send_quote(tx, sending); });
    return call.redirect(quote_path(slug_of(call), open.quote.id).text(),
                         sending.way == Way::mail ? "quotes.notice.sent" : "quotes.notice.handed");
}

} // namespace quotes
