#include "modules/quotes/client_quote_pages.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/limits/limits.hpp"
#include "modules/crm/crm.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/answer_forms.hpp"
#include "modules/quotes/client_quote_views.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/issued_paper_pages.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_link.hpp"
#include "modules/quotes/quote_policy.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/quotes/reached_quote_pages.hpp"

#include <chrono>

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

/// Who holds the link and signs in for the same client reads it in his portal.
bool belongs_in_portal(Call& call, const Quote& quote)
{
    if (!has_link(call) || !call.signed_in()) return false;
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto member =
            auth::membership_of(tx, call.signed_in()->person.id, tenancy::Side::portal);
        return member && member->client == quote.client_id &&
               member->status == auth::MembershipStatus::active && !crm::is_limited(tx, member->id);
    });
}

void read_document(WorkspaceTransaction& tx, const Call& call, ClientQuoteView& view)
{
    IssueStore store{tx};
    const auto issue = store.find(view.quote.id);
    if (!issue) throw base::NotFound{};
    const auto frozen = store.agreement(view.quote.id);
    view.lines = QuoteStore{tx}.lines(view.quote.id);
    view.has_paper = issue->paper.has_value();
    view.business = sale_documents::business_today(tx);
    for (const auto& event : store.events(view.quote.id))
        if (event.what == What::cancelled) view.cancelled_at = event.at;
    const auto asked = view.is_answerable ? lines_chosen(call, view.lines) : view.lines;
    if (asked == view.lines) {
        const auto& bytes = frozen ? frozen->figures : issue->figures;
        view.counted =
            sale_documents::counted_from(billing::figures_from(bytes), view.quote.terms());
        return;
    }
    view.lines = asked;
    view.counted = counted(view.quote.terms(), view.lines, view.books);
}

struct Refused {
    forms::Form<DeclineQuote> decline{};
    forms::Form<AskAboutQuote> question{};
};

http::Response quote_page(Call& call, const Quote& quote, const Refused& refused)
{
    const auto& workspace = call.context().workspace();
    const auto path = client_path(call);
    ClientQuoteView view{.quote = quote,
                         .path = html::checked_local(path),
                         .paper = html::checked_local(path + "/pdf"),
                         .decline = html::checked_local(path + "/refus"),
                         .ask = html::checked_local(path + "/question"),
                         .sign = html::checked_local(path + "/signature"),
                         .guard = guard::form_guard(call),
                         .decline_fields = {refused.decline, "quotes.client.field"},
                         .ask_fields = {refused.question, "quotes.client.field"},
                         .is_declining = !refused.decline.is_valid(),
                         .is_asking = !refused.question.is_valid(),
                         .is_answerable = is_answerable(call, quote),
                         .is_expired = is_over(call, quote),
                         .is_by_link = has_link(call),
                         .name = workspace.name,
                         .zone = workspace.time_zone,
                         .books = sale_documents::books_of(workspace)};
    call.context().read([&](WorkspaceTransaction& tx) { read_document(tx, call, view); });
    view.sign = with_choice(view.sign, view.lines);
    const bool is_refused = view.is_declining || view.is_asking;
    if (has_link(call)) call.forbid_storing();
    std::vector<std::string> topics;
    if (!has_link(call)) topics = {"quote:" + quote.id.text()};
    return guard::render(call, guard::Page{.title = quote.number + " · " + workspace.name,
                                           .body = client_quote(view),
                                           .status = is_refused ? 422 : 200,
                                           .has_tab_bar = false,
                                           .topics = topics});
}

/// The guard's key of a form stays for its action.
void mark_seen(Call& call, const Quote& quote)
{
    if (quote.state != QuoteState::sent || quote.seen_at) return;
    try {
        call.context().write([&](WorkspaceTransaction& tx) { see_quote(tx, quote.id); });
    } catch (const base::Refusal&) {
        return; // somebody changed it meanwhile: the page says what it has become
    }
}

/// A mail to the team each time: as many as a client may need.
void check_rate(Call& call, const Quote& quote, forms::Form<AskAboutQuote>& form)
{
    constexpr limits::Rate questions{.count = 5, .per = std::chrono::hours{1}};
    const auto key =
        "quotes.question." + call.context().workspace().id.text() + "." + quote.id.text();
    if (call.site().limiter().refuse(key, questions))
        form.errors.add("question", "quotes.refusal.too_many_questions");
}

} // namespace

http::Response show_client_quote(Call& call)
{
    auto quote = reached(call);
    if (belongs_in_portal(call, quote))
        return call.redirect("/p/" + call.context().workspace().slug + "/devis/" + quote.id.text());
    mark_seen(call, quote);
    return quote_page(call, reached(call), {});
}

http::Response serve_client_paper(Call& call)
{
    const auto quote = reached(call);
    const bool is_withdrawn = is_over(call, quote) || quote.state == QuoteState::replaced ||
                              quote.state == QuoteState::cancelled;
    if (has_link(call) && is_withdrawn) throw base::NotFound{};
    return issued_paper(call, quote.id);
}

http::Response create_decline(Call& call)
{
    const auto quote = reached(call);
    auto form = call.form<DeclineQuote>();
    if (!form.is_valid()) return quote_page(call, quote, {.decline = form});
    call.context().write(
        [&](WorkspaceTransaction& tx) { decline_quote(tx, quote.id, form.command.reason.value); });
    return call.redirect(client_path(call), "quotes.notice.you_declined");
}

http::Response create_question(Call& call)
{
    const auto quote = reached(call);
    auto form = call.form<AskAboutQuote>();
    if (form.is_valid()) check_rate(call, quote, form);
    if (!form.is_valid()) return quote_page(call, quote, {.question = form});
    call.context().write([&](WorkspaceTransaction& tx) {
        ask_about_quote(tx, quote.id, form.command.question.value);
    });
    return call.redirect(client_path(call), "quotes.notice.asked");
}

http::Response list_own_quotes(Call& call)
{
    const auto& context = call.context();
    OwnQuotesView view{.slug = context.workspace().slug,
                       .currency = sale_documents::books_of(context.workspace()).currency};
    context.read([&](WorkspaceTransaction& tx) {
        if (!may_see_quotes(tx)) throw base::NotFound{};
        view.rows = QuoteStore{tx}.sent_to(tx.actor().client);
    });
    return guard::render(call, guard::Page{.title = t("quotes.client.list"),
                                           .body = own_quotes(view),
                                           .topics = {"quotes"}});
}

html::Html own_quotes_panel(Call& call)
{
    const auto& context = call.context();
    OwnQuotesView view{.slug = context.workspace().slug,
                       .currency = sale_documents::books_of(context.workspace()).currency};
    context.read([&](WorkspaceTransaction& tx) {
        if (!may_see_quotes(tx)) return;
        view.rows = QuoteStore{tx}.sent_to(tx.actor().client);
    });
    std::erase_if(view.rows, [&](const QuoteRow& row) {
        return row.state != QuoteState::sent || row.valid_until < context.today();
    });
    return own_quotes_card(view);
}

} // namespace quotes
