#include "modules/einvoice/written.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>
#include <stdexcept>

namespace einvoice
{
namespace
{

WrittenTax written(billing::Category category, base::Rate rate)
{
    const bool is_outside = category == billing::Category::outside;
    return {billing::code_of(category),
            is_outside ? "" : base::shortest_decimal(rate.value, base::decimal_places)};
}

} // namespace

WrittenTax tax_of(const billing::Treatment& treatment)
{
    return written(treatment.category, billing::rate_of(treatment));
}

WrittenTax tax_of(const billing::TaxRow& row)
{
    return written(row.category, row.rate);
}

std::string exemption_words(billing::Exemption exemption)
{
    const std::string_view mention = billing::facts_of(exemption).mention;
    return mention.empty() ? "" : i18n::t(mention);
}

bool is_outside(const billing::Figures& figures)
{
    return std::ranges::any_of(figures.rows, [](const billing::TaxRow& row) {
        return row.category == billing::Category::outside;
    });
}

WrittenNumber written_number(const Party& party, TaxNumbers numbers)
{
    if (numbers == TaxNumbers::hidden) return {};
    if (!party.vat_number.empty()) return {party.vat_number, true};
    return {numbers == TaxNumbers::seller ? party.siren : "", false};
}

std::vector<WrittenLine> lines_of(const Invoice& invoice)
{
    const auto& lines = invoice.figures.lines;
    if (lines.size() != invoice.lines.size())
        throw std::invalid_argument{"an invoice says each of its lines"};
    std::vector<WrittenLine> written;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].presence == billing::Presence::counted)
            written.push_back({std::to_string(written.size() + 1), lines[i], invoice.lines[i]});
    return written;
}

bool is_raised(const billing::LineFigures& line)
{
    return line.discount < base::Cents{};
}

std::string discount_words()
{
    return i18n::t("einvoice.discount");
}

std::string reason_of(const Invoice& invoice, const billing::AdjustmentFigures& adjustment)
{
    const auto& reasons = invoice.adjustments;
    return adjustment.adjustment < reasons.size() ? base::trim(reasons[adjustment.adjustment]) : "";
}

bool has(const billing::Figures& figures, billing::Direction direction)
{
    return std::ranges::any_of(figures.adjustments, [&](const billing::AdjustmentFigures& part) {
        return part.direction == direction;
    });
}

bool says_prepaid(const Invoice& invoice)
{
    return prepaid(invoice) != base::Cents{} || invoice.process.stage == Stage::paid;
}

std::string amount(base::Cents cents)
{
    return base::plain_amount(cents);
}

std::string magnitude(base::Cents cents)
{
    return base::plain_amount(cents < base::Cents{} ? -cents : cents);
}

std::string quantity(base::Quantity quantity)
{
    return base::shortest_decimal(quantity.value, base::decimal_places);
}

std::string price(base::UnitPrice price)
{
    return base::shortest_decimal(price.value, base::decimal_places);
}

} // namespace einvoice
