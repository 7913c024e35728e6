#include "modules/billing/parts.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>

namespace billing
{
namespace
{

using base::Cents;

/// One cent in ten-thousandths of the unit.
constexpr std::int64_t cent = base::one_whole / 100;

bool is_same_tax(const TaxRow& a, const TaxRow& b)
{
    return a.category == b.category && a.exemption == b.exemption && a.code == b.code &&
           a.rate == b.rate;
}

std::size_t place_of(const TaxRow& row, const Figures& whole)
{
    const auto found = std::ranges::find_if(
        whole.rows, [&](const TaxRow& other) { return is_same_tax(row, other); });
    base::refuse_unless(found != whole.rows.end(), "billing.refusal.other_document");
    return static_cast<std::size_t>(found - whole.rows.begin());
}

std::size_t place_of(const AdjustmentFigures& part, const Figures& whole)
{
    const auto found = std::ranges::find_if(whole.adjustments, [&](const auto& other) {
        return part.adjustment == other.adjustment && part.treatment == other.treatment &&
               part.direction == other.direction;
    });
    base::refuse_unless(found != whole.adjustments.end(), "billing.refusal.other_document");
    return static_cast<std::size_t>(found - whole.adjustments.begin());
}

void add(Taken& taken, const Figures& whole, const Figures& part)
{
    const auto nets = nets_of(part);
    for (std::size_t i = 0; i < nets.size(); ++i)
        taken.nets[i] += nets[i].value_or(Cents{});
    for (const auto& row : part.rows)
        taken.taxes[place_of(row, whole)] += row.tax;
    for (const auto& line : part.lines)
        if (line.key != 0 && line.presence == Presence::counted) taken.lines[line.key] += line.net;
    for (const auto& adjustment : part.adjustments)
        taken.adjustments[place_of(adjustment, whole)] += adjustment.net;
    taken.gross += part.totals.gross;
}

void subtract(std::vector<Cents>& from, const std::vector<Cents>& amounts)
{
    for (std::size_t i = 0; i < from.size(); ++i)
        from[i] -= amounts[i];
}

bool bears_tax(const Figures& whole, const std::vector<Cents>& taxes, std::size_t treatment)
{
    for (std::size_t i = 0; i < taxes.size(); ++i)
        if (taxes[i] != Cents{} && counts(whole.rows[i], whole.treatments[treatment])) return true;
    return false;
}

} // namespace

Taken nothing_of(const Figures& whole)
{
    return {.nets = std::vector<Cents>(whole.treatments.size()),
            .taxes = std::vector<Cents>(whole.rows.size()),
            .lines = {},
            .adjustments = std::vector<Cents>(whole.adjustments.size()),
            .gross = {}};
}

Taken taken_by(const Figures& whole, const std::vector<Figures>& parts)
{
    auto taken = nothing_of(whole);
    const auto identity = parts.empty() ? std::string{} : identity_of(whole);
    for (const auto& part : parts) {
        base::refuse_unless(part.whole == identity, "billing.refusal.other_document");
        add(taken, whole, part);
    }
    return taken;
}

Taken all_of(const Figures& whole)
{
    auto all = nothing_of(whole);
    add(all, whole, whole);
    return all;
}

Taken deposits_in(const Figures& whole, const std::vector<Figures>& parts)
{
    auto deposits = nothing_of(whole);
    for (const auto& part : parts) {
        for (const auto& deposit : part.deposits)
            deposits.nets[deposit.treatment] += deposit.net;
        for (const auto& row : part.rows)
            deposits.taxes[place_of(row, whole)] += row.deposit_tax;
        deposits.gross += part.totals.deposits;
    }
    return deposits;
}

Figures less_deposits(Figures invoice, const Figures& whole, const Taken& deposits)
{
    for (std::size_t i = 0; i < deposits.nets.size(); ++i) {
        if (deposits.nets[i] == Cents{}) continue;
        invoice.deposits.push_back({.treatment = i, .net = deposits.nets[i]});
        for (auto& row : invoice.rows)
            if (counts(row, whole.treatments[i])) row.deposit_base += deposits.nets[i];
    }
    for (auto& row : invoice.rows)
        row.deposit_tax = deposits.taxes[place_of(row, whole)];
    invoice.totals.deposits = deposits.gross;
    invoice.totals.due = invoice.totals.gross - deposits.gross;
    return invoice;
}

Taken asked_by(const Figures& invoice)
{
    return left_of(all_of(invoice), deposits_in(invoice, {invoice}));
}

Taken left_of(const Taken& available, const Taken& taken)
{
    auto left = available;
    subtract(left.nets, taken.nets);
    subtract(left.taxes, taken.taxes);
    subtract(left.adjustments, taken.adjustments);
    for (const auto& [key, net] : taken.lines)
        left.lines[key] -= net;
    left.gross -= taken.gross;
    return left;
}

LineFigures lump(std::int64_t key, std::size_t treatment, Cents net)
{
    const bool is_negative = net < Cents{};
    const base::UnitPrice price{(is_negative ? -net : net).value * cent};
    return {.key = key,
            .treatment = treatment,
            .quantity = {is_negative ? -base::one_whole : base::one_whole},
            .typed = {.unit_price = price, .before_discount = net, .amount = net},
            .unit_net = price,
            .before_discount = net,
            .net = net};
}

Figures part_of(const Figures& whole, std::vector<LineFigures> lines,
                std::vector<AdjustmentFigures> adjustments, const std::vector<Cents>& taxes)
{
    Figures part{.whole = identity_of(whole),
                 .currency = whole.currency,
                 .treatments = whole.treatments,
                 .lines = std::move(lines),
                 .adjustments = std::move(adjustments)};
    part.rows = rows_of(part.treatments, nets_of(part));
    for (auto& row : part.rows)
        set_tax(row, taxes[place_of(row, whole)]);
    for (auto& adjustment : part.adjustments)
        adjustment.typed = adjustment.net;
    part.typed = typed_totals_of(part);
    part.totals = totals_of(part);
    return part;
}

Figures part_of(const Figures& whole, const Taken& taken)
{
    // Only what the whole counts: a treatment of an option that was not ticked has no row.
    const auto is_counted = nets_of(whole);
    std::vector<LineFigures> lines;
    for (std::size_t i = 0; i < taken.nets.size(); ++i)
        if (is_counted[i] && (taken.nets[i] != Cents{} || bears_tax(whole, taken.taxes, i)))
            lines.push_back(lump(0, i, taken.nets[i]));
    return part_of(whole, std::move(lines), {}, taken.taxes);
}

} // namespace billing
