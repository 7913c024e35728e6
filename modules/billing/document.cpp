#include "modules/billing/document.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace billing
{
namespace
{

using base::refuse_unless;

void check_size(const Size& size)
{
    if (const auto* rate = std::get_if<base::Rate>(&size))
        refuse_unless(*rate >= base::Rate{} && *rate <= base::hundred_percent,
                      "billing.refusal.percentage");
    else
        refuse_unless(std::get<base::Cents>(size) >= base::Cents{} &&
                          base::is_in_range(std::get<base::Cents>(size)),
                      "billing.refusal.amount");
}

void check_line(const Line& line)
{
    refuse_unless(base::is_in_range(line.quantity) && base::is_in_range(line.unit_price) &&
                      line.unit_price >= base::UnitPrice{},
                  "billing.refusal.price");
    check_size(line.discount);
    check(line.treatment);
}

void check_keys(const std::vector<Line>& lines)
{
    std::vector<std::int64_t> keys;
    keys.reserve(lines.size());
    for (const auto& line : lines)
        keys.push_back(line.key);
    std::ranges::sort(keys);
    refuse_unless(keys.front() > 0 && std::ranges::adjacent_find(keys) == keys.end(),
                  "billing.refusal.line_key");
}

void check_together(const std::vector<Treatment>& treatments)
{
    std::set<Category> reasons;
    for (const auto& treatment : treatments) {
        if (treatment.category == Category::standard) continue;
        refuse_unless(reasons.insert(treatment.category).second, "billing.refusal.two_exemptions");
    }
    refuse_unless(!reasons.contains(Category::outside) || treatments.size() == 1,
                  "billing.refusal.outside_alone");
}

void check_gross(const std::vector<Treatment>& treatments)
{
    std::set<TaxRate> taxes;
    for (const auto& treatment : treatments)
        for (const auto& tax : treatment.taxes)
            refuse_unless(taxes.insert(tax).second, "billing.refusal.gross_prices");
}

} // namespace

std::vector<Treatment> treatments_of(const Document& document)
{
    std::vector<Treatment> treatments;
    for (const auto& line : document.lines)
        add_once(treatments, line.treatment);
    for (const auto& adjustment : document.adjustments)
        if (adjustment.treatment) add_once(treatments, *adjustment.treatment);
    std::ranges::sort(treatments);
    return treatments;
}

void check(const Document& document)
{
    refuse_unless(
        std::ranges::any_of(document.lines,
                            [](const Line& line) { return line.presence == Presence::counted; }),
        "billing.refusal.no_line");
    refuse_unless(document.lines.size() <= lines_max, "billing.refusal.too_many_lines");
    refuse_unless(document.adjustments.size() <= adjustments_max,
                  "billing.refusal.too_many_adjustments");
    check_keys(document.lines);
    for (const auto& line : document.lines)
        check_line(line);
    for (const auto& adjustment : document.adjustments) {
        check_size(adjustment.size);
        if (adjustment.treatment) check(*adjustment.treatment);
    }
    const auto treatments = treatments_of(document);
    check_together(treatments);
    if (document.prices == Prices::gross) check_gross(treatments);
}

} // namespace billing
