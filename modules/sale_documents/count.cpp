#include "modules/sale_documents/count.hpp"

#include "kernel/base/typed_number.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/own_preset.hpp"

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

/// Of the lines the code is of, named one by one unless it is of all; nothing where it is of none.
std::optional<billing::Adjustment> adjustment_of(const Promotion& promotion,
                                                 const std::vector<Line>& lines)
{
    billing::Adjustment adjustment{.treatment = {}, .excess = billing::Excess::dropped};
    if (promotion.percent) adjustment.size = *promotion.percent;
    if (promotion.amount) adjustment.size = *promotion.amount;
    bool is_of_all = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!has_price(lines[i].kind)) continue;
        if (takes_off(promotion, lines[i]))
            adjustment.lines.push_back(static_cast<std::int64_t>(i) + 1);
        else
            is_of_all = false;
    }
    if (adjustment.lines.empty()) return {};
    if (is_of_all) adjustment.lines.clear();
    return adjustment;
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
    const auto& taxes = tenancy::taxes_of(workspace);
    return {.regime = billing::regime_of(preset.tax_regime, taxes.regime),
            .currency = preset.currency == base::currency_code(base::Currency::CAD)
                            ? base::Currency::CAD
                            : base::Currency::EUR,
            .usual = taxes.usual};
}

std::string usual_tax(const Books& books)
{
    if (billing::find_tax_choice(books.regime, books.usual) != nullptr) return books.usual;
    return std::string{billing::tax_choices(books.regime).front().code};
}

const Line* line_of_other_regime(const std::vector<Line>& lines, const Books& books)
{
    const auto found = std::ranges::find_if(lines, [&](const Line& line) {
        return has_price(line.kind) && billing::find_tax_choice(books.regime, line.tax) == nullptr;
    });
    return found == lines.end() ? nullptr : &*found;
}

bool takes_off(const Promotion& promotion, const Line& line)
{
    const auto& origin = line.origin;
    return pricebook::is_of(promotion, origin ? std::optional{origin->item} : std::nullopt,
                            origin ? origin->source : PriceSource::list);
}

void name_code(Counted& counted, const Terms& terms)
{
    if (!terms.promotion || !counted.figures) return;
    counted.code_place = terms.discount.kind == SizeKind::none ? 0 : 1;
    if (billing::net_of_adjustment(*counted.figures, counted.code_place) != base::Cents{})
        counted.code = terms.promotion->code;
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
    if (!terms.promotion) return document;
    if (auto adjustment = adjustment_of(*terms.promotion, lines))
        document.adjustments.push_back(*std::move(adjustment));
    return document;
}

Counted counted_from(billing::Figures figures, const Terms& terms)
{
    Counted counted{.figures = std::move(figures)};
    name_code(counted, terms);
    add_deposit(counted, terms.deposit);
    return counted;
}

Counted counted(const Terms& terms, const std::vector<Line>& lines, const Books& books)
{
    Counted counted;
    try {
        const auto document = document_of(terms, lines, books);
        if (!has_counted_line(document)) return counted;
        counted.figures = billing::figures_of(document);
        name_code(counted, terms);
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
