#include "modules/sale_documents/paper.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/look.hpp"

#include <algorithm>

namespace sale_documents
{
namespace
{

using documents::Align;
using documents::PricedLines;
using i18n::t;

struct Shown {
    const Paper& paper;
    const billing::Figures& figures;
    bool has_discounts = false;
};

void add_if(std::vector<std::string>& to, const std::string& words)
{
    if (!words.empty()) to.push_back(words);
}

void add_number(std::vector<std::string>& to, const char* key, const std::string& number)
{
    if (!number.empty()) to.push_back(t(key, {{"number", number}}));
}

documents::Parties parties_of(const Paper& paper)
{
    const auto& from = paper.parties.business;
    const auto& client = paper.parties.client;
    documents::Parties parties{
        .from = {from.legal_name.empty() ? paper.from.name : from.legal_name},
        .to_label = t("sale_documents.paper.client"),
        .to = {client.name}};
    add_if(parties.from, from.address);
    add_if(parties.from, std::string{base::trim(from.postal_code + " " + from.city)});
    add_if(parties.from, from.phone);
    add_if(parties.from, from.email);
    if (!from.siret.empty())
        parties.from.push_back(
            t("sale_documents.paper.siret", {{"number", i18n::siret(from.siret)}}));
    add_number(parties.from, "sale_documents.paper.vat", from.vat_number);
    add_number(parties.from, "sale_documents.paper.neq", from.neq);
    add_number(parties.from, "sale_documents.paper.tps", from.tps_number);
    add_number(parties.from, "sale_documents.paper.tvq", from.tvq_number);
    add_if(parties.to, client.contact);
    for (const auto& line : client.lines)
        parties.to.push_back(line);
    return parties;
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
            " (" +
            t(is_proposed ? "sale_documents.paper.option" : "sale_documents.paper.option_taken") +
            ")";
    if (counted != shown.figures.lines.end()) row.figures = figures_of(shown, line, *counted);
    return row;
}

PricedLines lines_of(const Shown& shown)
{
    const auto& books = shown.paper.books;
    const bool is_gross = shown.figures.prices == billing::Prices::gross;
    PricedLines block{.title = t("sale_documents.line.name"),
                      .columns = {{t("sale_documents.short.quantity"), Align::Right, 13},
                                  {money_words(is_gross ? "price_gross" : "price_net", books),
                                   Align::Right, 14}}};
    if (shown.has_discounts)
        block.columns.push_back({t("sale_documents.paper.discount"), Align::Right, 9});
    block.columns.push_back({money_words("tax", books), Align::Right, 11});
    block.columns.push_back(
        {money_words(is_gross ? "total_gross" : "total_net", books), Align::Right, 15});
    for (std::size_t i = 0; i < shown.paper.lines.size(); ++i)
        block.lines.push_back(
            line_of(shown, shown.paper.lines[i], static_cast<std::int64_t>(i) + 1));
    return block;
}

documents::Sums sums_of(const Paper& paper)
{
    documents::Sums sums;
    const auto add = [&](const std::vector<Sum>& all) {
        for (const auto& sum : all)
            sums.sums.push_back(
                {.label = sum.detail.empty() ? sum.label : sum.label + " " + sum.detail,
                 .value = sum.amount});
    };
    const auto& figures = *paper.counted.figures;
    add(sums_before_total(paper.counted, paper.books));
    sums.sums.push_back({.label = money_words("total_gross", paper.books),
                         .value = i18n::money(figures.totals.gross, paper.books.currency),
                         .weight = documents::Sums::Weight::Strong});
    add(paper.after_total);
    return sums;
}

} // namespace

documents::Document paper_of(Paper paper)
{
    const auto figures = paper.counted.figures.value_or(billing::Figures{});
    const Shown shown{.paper = paper,
                      .figures = figures,
                      .has_discounts = std::ranges::any_of(paper.lines, [](const Line& line) {
                          return has_price(line.kind) && line.discount != base::Rate{};
                      })};
    documents::Document document{.title = paper.title,
                                 .subtitle = paper.subtitle,
                                 .from = paper.from,
                                 .body = {parties_of(paper), paper.facts, lines_of(shown)},
                                 .foot = paper.foot,
                                 .made_at = paper.made_at};
    if (!paper.colour.empty()) document.colour = paper.colour;
    if (paper.counted.figures) document.body.emplace_back(sums_of(paper));
    for (auto& words : paper.words)
        document.body.emplace_back(documents::Paragraph{std::move(words)});
    for (const auto& mention : legal_mentions(figures))
        document.body.emplace_back(documents::Paragraph{mention});
    for (auto& mention : paper.mentions)
        document.body.emplace_back(documents::Paragraph{std::move(mention)});
    return dressed(std::move(document), paper);
}

} // namespace sale_documents
