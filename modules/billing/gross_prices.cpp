#include "modules/billing/gross_prices.hpp"

#include "modules/billing/tax_rows.hpp"

#include <algorithm>
#include <tuple>

namespace billing
{
namespace
{

using base::Cents;

/// A line or an adjustment of one treatment: what it holds with its taxes, and where its net goes.
struct Portion {
    Cents gross; ///< below zero for a discount
    std::int64_t order = 0;
    Cents net;
    LineFigures* line = nullptr;
    AdjustmentFigures* adjustment = nullptr;
};

base::Wide without_taxes(std::int64_t gross, base::Rate rate)
{
    const auto whole = base::hundred_percent.value;
    return base::nearest(base::Wide{gross} * whole, base::Wide{whole} + rate.value);
}

Cents without_taxes(Cents gross, base::Rate rate)
{
    return {static_cast<std::int64_t>(without_taxes(gross.value, rate))};
}

Cents size_of(Cents amount)
{
    return amount < Cents{} ? -amount : amount;
}

std::vector<Portion> portions_of(Figures& figures, std::size_t treatment)
{
    std::vector<Portion> portions;
    for (auto& line : figures.lines)
        if (line.treatment == treatment && line.presence == Presence::counted)
            portions.push_back({.gross = line.net, .order = line.key, .line = &line});
    std::int64_t order = 0;
    for (auto& part : figures.adjustments)
        if (part.treatment == treatment)
            portions.push_back({.gross = part.direction == Direction::charge ? part.net : -part.net,
                                .order = --order,
                                .adjustment = &part});
    return portions;
}

/// Each portion rounded; the cents missing in their sum go to the largest, one each.
void divide(std::vector<Portion>& portions, Cents net, base::Rate rate)
{
    auto missing = net;
    for (auto& portion : portions) {
        portion.net = without_taxes(portion.gross, rate);
        missing -= portion.net;
    }
    std::ranges::sort(portions, [](const Portion& a, const Portion& b) {
        return std::tuple{size_of(b.gross), a.order} < std::tuple{size_of(a.gross), b.order};
    });
    const Cents step{missing < Cents{} ? -1 : 1};
    for (std::size_t i = 0; missing != Cents{}; missing -= step)
        portions[i++ % portions.size()].net += step;
}

void write(const std::vector<Portion>& portions, base::Rate rate)
{
    for (const auto& portion : portions) {
        if (portion.adjustment != nullptr) portion.adjustment->net = size_of(portion.net);
        if (portion.line == nullptr) continue;
        auto& line = *portion.line;
        line.net = portion.net;
        line.discount = without_taxes(line.discount, rate);
        line.before_discount = line.net + line.discount;
    }
}

/// Options are shown and not counted: each stands for itself.
void show_options(Figures& figures)
{
    for (auto& line : figures.lines) {
        const auto rate = rate_of(figures.treatments[line.treatment]);
        const auto unit = without_taxes(line.unit_net.value, rate);
        line.unit_net = {static_cast<std::int64_t>(unit)};
        if (line.presence == Presence::counted) continue;
        line.net = without_taxes(line.net, rate);
        line.discount = without_taxes(line.discount, rate);
        line.before_discount = line.net + line.discount;
    }
}

/// All but the highest rate are what their rate says; the highest takes the rest of `taxes`.
void place_taxes(std::vector<TaxRow>& rows, const Treatment& treatment, Cents taxes)
{
    TaxRow* highest = nullptr;
    for (auto& row : rows) {
        if (!counts(row, treatment)) continue;
        taxes -= row.tax;
        if (highest == nullptr || row.rate > highest->rate) highest = &row;
    }
    if (highest != nullptr) set_tax(*highest, highest->tax + taxes);
}

} // namespace

void take_taxes_out(Figures& figures)
{
    const auto typed = nets_of(figures);
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (!typed[i]) continue;
        const auto rate = rate_of(figures.treatments[i]);
        auto portions = portions_of(figures, i);
        divide(portions, without_taxes(*typed[i], rate), rate);
        write(portions, rate);
    }
    show_options(figures);
    const auto nets = nets_of(figures);
    figures.rows = rows_of(figures.treatments, nets);
    for (std::size_t i = 0; i < typed.size(); ++i)
        if (typed[i]) place_taxes(figures.rows, figures.treatments[i], *typed[i] - *nets[i]);
}

base::UnitPrice with_taxes(base::UnitPrice net, const Treatment& treatment)
{
    const auto whole = base::hundred_percent.value;
    constexpr auto parts_of_a_cent = base::one_whole / 100;
    const auto gross = base::rounded(base::Wide{net.value} * (whole + rate_of(treatment).value),
                                     base::Wide{whole} * parts_of_a_cent);
    return {gross.value * parts_of_a_cent};
}

} // namespace billing
