#include "modules/quotes/quote_paper.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace quotes
{
namespace
{

using i18n::t;

documents::Facts facts_of(const Quote& quote)
{
    documents::Facts facts{{{t("quotes.field.title"), quote.title}}};
    if (!quote.delay.empty()) facts.facts.push_back({t("quotes.field.delay"), quote.delay});
    return facts;
}

Counted counted_for_paper(const QuotePaper& paper)
{
    if (paper.frozen) return *paper.frozen;
    auto all = counted(paper.quote.terms(), paper.lines, paper.books);
    if (all.problem) throw base::Refusal{all.problem->key, all.problem->params};
    return all;
}

std::string title_of(const Quote& quote)
{
    return quote.number.empty() ? t("quotes.paper.draft")
                                : t("quotes.paper.title", {{"number", quote.number}});
}

} // namespace

documents::Document paper_of(QuotePaper paper)
{
    auto all = counted_for_paper(paper);
    const auto& quote = paper.quote;
    const auto foot = quote.number.empty() ? "quotes.paper.foot" : "quotes.paper.foot_sent";
    sale_documents::Paper shared{
        .title = title_of(quote),
        .subtitle = t("quotes.paper.dates", {{"written", i18n::long_date(paper.written_on)},
                                             {"valid", i18n::long_date(quote.valid_until)}}),
        .from = paper.from,
        .colour = paper.colour,
        .parties = paper.parties,
        .facts = facts_of(quote),
        .lines = std::move(paper.lines),
        .counted = std::move(all),
        .after_total = {},
        .books = paper.books,
        .words = {},
        .mentions = {},
        .foot = t(foot, {{"business", paper.from.name}, {"number", quote.number}}),
        .made_at = paper.made_at,
        .number = quote.number,
        .written_on = i18n::long_date(paper.written_on),
        .look = std::move(paper.look)};
    shared.after_total = sums_after_total(shared.counted, paper.books);
    if (!quote.note.empty()) shared.words.push_back("\n" + quote.note);
    return sale_documents::paper_of(std::move(shared));
}

} // namespace quotes
