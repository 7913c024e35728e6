#include "modules/billing/tax_rows.hpp"

#include <algorithm>
#include <tuple>

namespace billing
{
namespace
{

auto order_of(const TaxRow& row)
{
    return std::tie(row.category, row.exemption, row.code, row.rate);
}

void add(std::vector<TaxRow>& rows, TaxRow row)
{
    const auto place = std::ranges::lower_bound(rows, order_of(row), {}, order_of);
    if (place != rows.end() && order_of(*place) == order_of(row))
        place->base += row.base;
    else
        rows.insert(place, std::move(row));
}

void add(std::vector<TaxRow>& rows, const Treatment& treatment, base::Cents net)
{
    TaxRow row{.category = treatment.category, .exemption = treatment.exemption, .base = net};
    if (treatment.taxes.empty()) add(rows, row);
    for (const auto& tax : treatment.taxes) {
        row.code = tax.code;
        row.rate = tax.rate;
        add(rows, row);
    }
}

void add(std::optional<base::Cents>& net, base::Cents amount)
{
    net = net.value_or(base::Cents{}) + amount;
}

} // namespace

bool counts(const TaxRow& row, const Treatment& treatment)
{
    if (row.category != treatment.category || row.exemption != treatment.exemption) return false;
    if (treatment.taxes.empty()) return row.code.empty();
    return std::ranges::any_of(treatment.taxes, [&](const TaxRate& tax) {
        return tax.code == row.code && tax.rate == row.rate;
    });
}

std::vector<TaxRow> rows_of(const std::vector<Treatment>& treatments, const Nets& nets)
{
    std::vector<TaxRow> rows;
    for (std::size_t i = 0; i < treatments.size(); ++i)
        if (nets[i]) add(rows, treatments[i], *nets[i]);
    for (auto& row : rows)
        row.tax = base::times(row.base, row.rate);
    return rows;
}

void set_tax(TaxRow& row, base::Cents tax)
{
    row.tax = tax;
    row.rounding = tax - base::times(row.base, row.rate);
}

Nets nets_of(const Figures& figures)
{
    Nets nets(figures.treatments.size());
    for (const auto& line : figures.lines)
        if (line.presence == Presence::counted) add(nets[line.treatment], line.net);
    for (const auto& part : figures.adjustments)
        add(nets[part.treatment], part.direction == Direction::charge ? part.net : -part.net);
    return nets;
}

TypedTotals typed_totals_of(const Figures& figures)
{
    TypedTotals typed;
    for (const auto& line : figures.lines)
        if (line.presence == Presence::counted) typed.lines += line.typed.amount;
    for (const auto& part : figures.adjustments)
        (part.direction == Direction::charge ? typed.charges : typed.discounts) += part.typed;
    typed.total = typed.lines - typed.discounts + typed.charges;
    return typed;
}

Totals totals_of(const Figures& figures)
{
    Totals totals{.deposits = figures.totals.deposits};
    for (const auto& line : figures.lines)
        if (line.presence == Presence::counted) totals.lines += line.net;
    for (const auto& part : figures.adjustments)
        (part.direction == Direction::charge ? totals.charges : totals.discounts) += part.net;
    for (const auto& row : figures.rows)
        totals.tax += row.tax;
    totals.net = totals.lines - totals.discounts + totals.charges;
    totals.gross = totals.net + totals.tax;
    totals.due = totals.gross - totals.deposits;
    return totals;
}

} // namespace billing
