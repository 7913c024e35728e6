#include "modules/billing/figures.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/billing/apportion.hpp"
#include "modules/billing/gross_prices.hpp"
#include "modules/billing/tax_rows.hpp"

#include <algorithm>

namespace billing
{
namespace
{

using base::Cents;
using base::refuse_unless;

Cents taken(const Size& size, Cents from)
{
    if (const auto* rate = std::get_if<base::Rate>(&size)) return base::times(from, *rate);
    return std::get<Cents>(size);
}

/// A discount follows the sign of its line: what is given back is given back less it.
Cents discount_of(const Line& line, Cents before)
{
    if (before >= Cents{}) return taken(line.discount, before);
    return -taken(line.discount, -before);
}

std::size_t place_of(const Treatment& treatment, const std::vector<Treatment>& treatments)
{
    const auto found = std::ranges::lower_bound(treatments, treatment);
    return static_cast<std::size_t>(found - treatments.begin());
}

LineFigures counted(const Line& line, std::size_t treatment)
{
    const auto before = base::times(line.quantity, line.unit_price);
    const auto discount = discount_of(line, before);
    const auto net = before - discount;
    refuse_unless((before >= Cents{} ? net : -net) >= Cents{}, "billing.refusal.discount");

    return {.key = line.key,
            .treatment = treatment,
            .quantity = line.quantity,
            .typed = {.unit_price = line.unit_price,
                      .before_discount = before,
                      .discount = discount,
                      .amount = net},
            .unit_net = line.unit_price,
            .before_discount = before,
            .discount = discount,
            .net = net,
            .presence = line.presence};
}

/// What the lines an adjustment is of come to.
Nets taken_of(const Adjustment& adjustment, const Figures& figures, const Nets& lines)
{
    if (adjustment.lines.empty()) return lines;
    Nets nets(lines.size());
    for (const auto& line : figures.lines) {
        const bool is_named =
            std::ranges::find(adjustment.lines, line.key) != adjustment.lines.end();
        if (!is_named || line.presence != Presence::counted) continue;
        nets[line.treatment] = nets[line.treatment].value_or(Cents{}) + line.net;
    }
    return nets;
}

/// Of what is left of each treatment, and of nothing that is below zero.
std::vector<Cents> parts_left(const Adjustment& adjustment, const Figures& figures,
                              const Nets& lines)
{
    const auto left = nets_of(figures);
    std::vector<Cents> weights;
    for (const auto& net : lines)
        weights.push_back(std::max(net.value_or(Cents{}), Cents{}));
    const auto whole = base::sum(weights);
    std::vector<Cents> parts(lines.size());
    const auto size = std::min(taken(adjustment.size, whole), whole);
    if (size == Cents{}) return parts;
    parts = apportion(size, weights);
    for (std::size_t place = 0; place < parts.size(); ++place)
        parts[place] = std::min(parts[place], std::max(left[place].value_or(Cents{}), Cents{}));
    return parts;
}

/// What each treatment takes of an adjustment.
std::vector<Cents> parts_of(const Adjustment& adjustment, const Figures& figures, const Nets& lines)
{
    std::vector<Cents> parts(lines.size());
    if (adjustment.treatment) {
        const auto place = place_of(*adjustment.treatment, figures.treatments);
        parts[place] = taken(adjustment.size, lines[place].value_or(Cents{}));
        return parts;
    }
    std::vector<Cents> weights;
    for (const auto& net : lines)
        weights.push_back(net.value_or(Cents{}));
    const auto whole = base::sum(weights);
    const auto size = taken(adjustment.size, whole);
    if (size == Cents{}) return parts;
    refuse_unless(whole > Cents{} && std::ranges::min(weights) >= Cents{},
                  "billing.refusal.adjustment");
    return apportion(size, weights);
}

void adjust(const Document& document, Figures& figures)
{
    const auto lines = nets_of(figures);
    for (std::size_t i = 0; i < document.adjustments.size(); ++i) {
        const auto& adjustment = document.adjustments[i];
        const auto from = taken_of(adjustment, figures, lines);
        const auto parts = adjustment.excess == Excess::dropped
                               ? parts_left(adjustment, figures, from)
                               : parts_of(adjustment, figures, from);
        refuse_unless(std::ranges::min(parts) >= Cents{}, "billing.refusal.adjustment");
        for (std::size_t place = 0; place < parts.size(); ++place)
            if (parts[place] > Cents{})
                figures.adjustments.push_back({.adjustment = i,
                                               .treatment = place,
                                               .direction = adjustment.direction,
                                               .typed = parts[place],
                                               .net = parts[place]});
    }
    const auto nets = nets_of(figures);
    for (const auto& part : figures.adjustments)
        refuse_unless(part.direction == Direction::charge || *nets[part.treatment] >= Cents{},
                      "billing.refusal.adjustment");
}

} // namespace

Cents net_of_adjustment(const Figures& figures, std::size_t place)
{
    Cents net;
    for (const auto& part : figures.adjustments)
        if (part.adjustment == place) net += part.net;
    return net;
}

Figures figures_of(const Document& document)
{
    check(document);

    Figures figures{.currency = document.currency,
                    .prices = document.prices,
                    .treatments = treatments_of(document)};
    for (const auto& line : document.lines)
        figures.lines.push_back(counted(line, place_of(line.treatment, figures.treatments)));
    adjust(document, figures);
    figures.typed = typed_totals_of(figures);
    if (document.prices == Prices::gross)
        take_taxes_out(figures);
    else
        figures.rows = rows_of(figures.treatments, nets_of(figures));
    figures.totals = totals_of(figures);
    refuse_unless(figures.totals.gross >= Cents{} && figures.totals.net >= Cents{},
                  "billing.refusal.negative_total");
    return figures;
}

} // namespace billing
