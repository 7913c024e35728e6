#include "modules/billing/margin.hpp"

#include "kernel/base/refusal.hpp"

#include <map>

namespace billing
{

Margin margin_of(const Figures& figures, const std::vector<LineCost>& costs)
{
    std::map<std::int64_t, base::UnitPrice> by_key;
    for (const auto& cost : costs) {
        base::refuse_unless(cost.cost >= base::UnitPrice{} && base::is_in_range(cost.cost),
                            "billing.refusal.price");
        by_key[cost.key] = cost.cost;
    }

    Margin margin{.net = figures.totals.net};
    for (const auto& line : figures.lines)
        if (const auto cost = by_key.find(line.key);
            cost != by_key.end() && line.presence == Presence::counted)
            margin.cost += base::times(line.quantity, cost->second);
    margin.margin = margin.net - margin.cost;
    if (margin.net == base::Cents{}) return margin;
    const auto rate = base::nearest(base::Wide{margin.margin.value} * base::hundred_percent.value,
                                    margin.net.value);
    if (rate >= -base::decimal_max && rate <= base::decimal_max)
        margin.rate = base::Rate{static_cast<std::int64_t>(rate)};
    return margin;
}

} // namespace billing
