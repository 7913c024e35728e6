#include "modules/sale_documents/count.hpp"

#include "kernel/base/typed_number.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/actor.hpp"

#include <algorithm>

namespace sale_documents
{
namespace
{

billing::Size size_of(const SizeOf& size)
{
    if (size.kind == SizeKind::percent) return base::Rate{size.size};
    return base::Cents{size.size};
}

billing::Line line_of(const Line& line, std::int64_t key)
{
    const auto* choice = billing::find_tax_choice(line.tax);
    base::refuse_unless(choice != nullptr, "sale_documents.refusal.tax");
    const bool is_proposed = line.kind == LineKind::option && !line.is_ticked;
    return {.key = key,
            .quantity = line.quantity,
            .unit_price = line.unit_price,
            .discount = line.discount,
            .treatment = choice->treatment,
            .presence = is_proposed ? billing::Presence::proposed : billing::Presence::counted};
}

billing::Document document_of(const Terms& terms, const std::vector<Line>& lines,
                              const Books& books)
{
    billing::Document document{.currency = books.currency,
                               .prices = terms.prices == TypedPrices::gross ? billing::Prices::gross
                                                                            : billing::Prices::net,
                               .lines = {},
                               .adjustments = {}};
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (has_price(lines[i].kind))
            document.lines.push_back(line_of(lines[i], static_cast<std::int64_t>(i) + 1));
    if (terms.discount.kind != SizeKind::none)
        document.adjustments.push_back({.size = size_of(terms.discount), .treatment = {}});
    return document;
}

bool has_counted_line(const billing::Document& document)
{
    return std::ranges::any_of(document.lines, [](const billing::Line& line) {
        return line.presence == billing::Presence::counted;
    });
}

/// Of what is free nothing can be asked before.
void add_deposit(Counted& counted, const SizeOf& deposit)
{
    const auto& figures = *counted.figures;
    if (deposit.kind == SizeKind::none || figures.totals.gross == base::Cents{}) return;
    const auto amount = billing::deposit_amount(figures, size_of(deposit));
    const std::vector asked{billing::deposit_of(figures, amount, {})};
    counted.balance = billing::balance_of(figures, asked).totals.due;
    counted.deposit = amount;
}

} // namespace

Books books_of(const tenancy::Workspace& workspace)
{
    const auto& preset = presets::find(workspace.preset);
    return {.regime = billing::first_regime(preset.tax_regime),
            .currency = preset.currency == base::currency_code(base::Currency::CAD)
                            ? base::Currency::CAD
                            : base::Currency::EUR};
}

Counted counted_from(billing::Figures figures, const SizeOf& deposit)
{
    Counted counted{.figures = std::move(figures)};
    add_deposit(counted, deposit);
    return counted;
}

Counted counted(const Terms& terms, const std::vector<Line>& lines, const Books& books)
{
    Counted counted;
    try {
        const auto document = document_of(terms, lines, books);
        if (!has_counted_line(document)) return counted;
        counted.figures = billing::figures_of(document);
    } catch (const base::Refusal& refusal) {
        if (refusal.code == "billing.refusal.adjustment") counted.field = "discount";
        counted.problem = {refusal.code, refusal.params};
        return counted;
    }
    try {
        add_deposit(counted, terms.deposit);
    } catch (const base::Refusal& refusal) {
        counted.field = "deposit";
        counted.problem = {refusal.code, refusal.params};
    }
    return counted;
}

} // namespace sale_documents
