#include "modules/quotes/sent_quote_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/answer_forms.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/issued_paper_pages.hpp"
#include "modules/quotes/quote_link.hpp"
#include "modules/quotes/quote_views.hpp"
#include "modules/quotes/quote_words.hpp"
#include "modules/quotes/sent_quote_views.hpp"

#include <chrono>

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

base::Date fresh_validity(const Call& call)
{
    return {call.context().today().day + std::chrono::days{validity_days}};
}

void read_past(WorkspaceTransaction& tx, SentQuoteView& view)
{
    IssueStore store{tx};
    const auto issue = store.find(view.quote.id);
    if (!issue) throw base::NotFound{};
    view.issue = *issue;
    const auto agreement = store.agreement(view.quote.id);
    view.counted = sale_documents::counted_from(
        billing::figures_from(agreement ? agreement->figures : issue->figures), view.quote.terms());
    view.events = store.events(view.quote.id);
    for (const auto& event : view.events)
        if (event.by_member && !view.names.contains(*event.by_member))
            if (const auto member = auth::member(tx, *event.by_member))
                view.names.emplace(*event.by_member, member->name);
}

SentQuoteView view_of(Call& call, const OpenedQuote& open)
{
    const auto& context = call.context();
    const auto& workspace = context.workspace();
    SentQuoteView view{.slug = slug_of(call),
                       .quote = open.quote,
                       .lines = open.lines,
                       .client_name = open.client_name,
                       .books = sale_documents::books_of(workspace),
                       .guard = guard::form_guard(call),
                       .may_manage = call.may("quotes.manage"),
                       .may_record = call.may("signatures.record"),
                       .link = mail::absolute_url("/p/" + workspace.slug + "/offre/" +
                                                  link_token(workspace, open.quote.id)),
                       .proposed_until = fresh_validity(call),
                       .now = context.now(),
                       .zone = workspace.time_zone};
    context.read([&](WorkspaceTransaction& tx) { read_past(tx, view); });
    return view;
}

html::Html crumbs(const Call& call, const Quote& quote)
{
    return html::group(
        ui::breadcrumbs({{t("quotes.nav"), quotes_path(slug_of(call))}, {quote.number, {}}}),
        ui::badge(state_words(quote.state), ui::tone_named(state_tone(quote.state))));
}

http::Response back(const Call& call, QuoteId quote, std::string_view notice)
{
    return call.redirect(quote_path(slug_of(call), quote).text(), notice);
}

} // namespace

http::Response sent_quote_page(Call& call, const OpenedQuote& open)
{
    auto view = view_of(call, open);
    if (open.quote.state == QuoteState::accepted || open.quote.state == QuoteState::cancelled)
        view.panels = guard::panels_in(call, "accepted_quote");
    return guard::render(call, guard::Page{.title = open.quote.number + " · " + open.client_name,
                                           .body = sent_quote(view),
                                           .top = sent_quote_actions(view),
                                           .breadcrumbs = crumbs(call, open.quote),
                                           .topics = {"quote:" + open.quote.id.text()}});
}

http::Response serve_paper(Call& call)
{
    return issued_paper(call, call.path_id<QuoteId>("quote"));
}

http::Response create_refusal(Call& call)
{
    const auto quote = call.path_id<QuoteId>("quote");
    const auto form = call.form<DeclineQuote>();
    base::refuse_unless(form.is_valid(), "quotes.refusal.reason");
    call.context().write(
        [&](WorkspaceTransaction& tx) { decline_quote(tx, quote, form.command.reason.value); });
    return back(call, quote, "quotes.notice.declined");
}

http::Response create_extension(Call& call)
{
    const auto quote = call.path_id<QuoteId>("quote");
    const auto form = call.form<ExtendQuote>();
    base::refuse_unless(form.is_valid(), "quotes.refusal.past_validity");
    call.context().write(
        [&](WorkspaceTransaction& tx) { extend_quote(tx, quote, form.command.valid_until); });
    return back(call, quote, "quotes.notice.extended");
}

http::Response create_version(Call& call)
{
    const auto quote = call.path_id<QuoteId>("quote");
    const auto until = fresh_validity(call);
    const auto version = call.context().write(
        [&](WorkspaceTransaction& tx) { return replace_quote(tx, quote, until); });
    return back(call, version, "quotes.notice.replaced");
}

} // namespace quotes
