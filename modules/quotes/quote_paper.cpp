#include "modules/quotes/quote_paper.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/quote_sums.hpp"

#include <algorithm>

namespace quotes
{
namespace
{

using documents::Align;
using documents::PricedLines;
using i18n::t;

struct Shown {
    const QuotePaper& paper;
    const billing::Figures& figures;
    bool has_discounts = false;
};

void add_if(std::vector<std::string>& to, const std::string& words)
{
    if (!words.empty()) to.push_back(words);
}

documents::Parties parties_of(const QuotePaper& paper)
{
    const auto& from = paper.business;
    documents::Parties parties{
        .from = {from.legal_name.empty() ? paper.from.name : from.legal_name},
        .to_label = t("quotes.field.client"),
        .to = {paper.client.name}};
    add_if(parties.from, from.address);
    add_if(parties.from, std::string{base::trim(from.postal_code + " " + from.city)});
    add_if(parties.from, from.phone);
    add_if(parties.from, from.email);
    if (!from.siret.empty())
        parties.from.push_back(t("quotes.paper.siret", {{"number", i18n::siret(from.siret)}}));
    if (!from.vat_number.empty())
        parties.from.push_back(t("quotes.paper.vat", {{"number", from.vat_number}}));
    add_if(parties.to, paper.client.contact);
    for (const auto& line : paper.client.lines)
        parties.to.push_back(line);
    return parties;
}

documents::Facts facts_of(const Quote& quote)
{
    documents::Facts facts{{{t("quotes.field.title"), quote.title}}};
    if (!quote.delay.empty()) facts.facts.push_back({t("quotes.field.delay"), quote.delay});
    return facts;
}

std::string quantity_of(const Line& line)
{
    const auto quantity = i18n::quantity(line.quantity);
    return line.unit.empty() ? quantity : quantity + "\u00a0" + line.unit;
}

std::string tax_of(const Line& line)
{
    const auto* choice = billing::find_tax_choice(line.tax);
    return choice == nullptr ? std::string{} : t(choice->name);
}

std::vector<std::string> figures_of(const Shown& shown, const Line& line,
                                    const billing::LineFigures& counted)
{
    const auto currency = shown.figures.currency;
    std::vector<std::string> cells{quantity_of(line),
                                   i18n::unit_price(counted.typed.unit_price, currency)};
    if (shown.has_discounts)
        cells.push_back(line.discount == base::Rate{} ? std::string{} : i18n::rate(line.discount));
    cells.push_back(tax_of(line));
    cells.push_back(i18n::money(counted.typed.amount, currency));
    return cells;
}

PricedLines::Line line_of(const Shown& shown, const Line& line, std::int64_t key)
{
    if (line.kind == LineKind::section)
        return {.kind = PricedLines::Kind::Section, .name = line.name, .details = line.details};
    if (line.kind == LineKind::text)
        return {.kind = PricedLines::Kind::Text, .name = line.name, .details = line.details};
    const auto counted = std::ranges::find(shown.figures.lines, key, &billing::LineFigures::key);
    const bool is_proposed = line.kind == LineKind::option && !line.is_ticked;
    PricedLines::Line row{.kind =
                              is_proposed ? PricedLines::Kind::Proposed : PricedLines::Kind::Sold,
                          .name = line.name,
                          .details = line.details};
    if (line.kind == LineKind::option)
        row.name +=
            " (" + t(is_proposed ? "quotes.paper.option" : "quotes.paper.option_taken") + ")";
    if (counted != shown.figures.lines.end()) row.figures = figures_of(shown, line, *counted);
    return row;
}

PricedLines lines_of(const Shown& shown)
{
    const auto& books = shown.paper.books;
    const bool is_gross = shown.figures.prices == billing::Prices::gross;
    PricedLines block{.title = t("quotes.line.name"),
                      .columns = {{t("quotes.short.quantity"), Align::Right, 13},
                                  {money_words(is_gross ? "price_gross" : "price_net", books),
                                   Align::Right, 14}}};
    if (shown.has_discounts) block.columns.push_back({t("quotes.paper.discount"), Align::Right, 9});
    block.columns.push_back({money_words("tax", books), Align::Right, 11});
    block.columns.push_back(
        {money_words(is_gross ? "total_gross" : "total_net", books), Align::Right, 15});
    for (std::size_t i = 0; i < shown.paper.lines.size(); ++i)
        block.lines.push_back(
            line_of(shown, shown.paper.lines[i], static_cast<std::int64_t>(i) + 1));
    return block;
}

documents::Sums sums_of(const Counted& counted, const Books& books)
{
    documents::Sums sums;
    const auto add = [&](const std::vector<Sum>& all) {
        for (const auto& sum : all)
            sums.sums.push_back(
                {.label = sum.detail.empty() ? sum.label : sum.label + " " + sum.detail,
                 .value = sum.amount});
    };
    add(sums_before_total(*counted.figures, books));
    sums.sums.push_back({.label = money_words("total_gross", books),
                         .value = i18n::money(counted.figures->totals.gross, books.currency),
                         .weight = documents::Sums::Weight::Strong});
    add(sums_after_total(counted, books));
    return sums;
}

Counted counted_for_paper(const QuotePaper& paper)
{
    if (paper.frozen) return *paper.frozen;
    auto all = counted(paper.quote, paper.lines, paper.books);
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
    const auto all = counted_for_paper(paper);
    const auto figures = all.figures.value_or(billing::Figures{});
    const Shown shown{.paper = paper,
                      .figures = figures,
                      .has_discounts = std::ranges::any_of(paper.lines, [](const Line& line) {
                          return has_price(line.kind) && line.discount != base::Rate{};
                      })};
    documents::Document document{
        .title = title_of(paper.quote),
        .subtitle = t("quotes.paper.dates", {{"written", i18n::long_date(paper.written_on)},
                                             {"valid", i18n::long_date(paper.quote.valid_until)}}),
        .from = paper.from,
        .body = {parties_of(paper), facts_of(paper.quote), lines_of(shown)},
        .foot = t(paper.quote.number.empty() ? "quotes.paper.foot" : "quotes.paper.foot_sent",
                  {{"business", paper.from.name}, {"number", paper.quote.number}}),
        .made_at = paper.made_at};
    if (!paper.colour.empty()) document.colour = paper.colour;
    if (all.figures) document.body.emplace_back(sums_of(all, paper.books));
    if (!paper.quote.note.empty())
        document.body.emplace_back(documents::Paragraph{"\n" + paper.quote.note});
    for (const auto& mention : legal_mentions(shown.figures))
        document.body.emplace_back(documents::Paragraph{mention});
    return document;
}

} // namespace quotes
