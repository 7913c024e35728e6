#include "modules/billing/e_invoice_rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace billing
{
namespace
{

using base::Cents;

constexpr std::int64_t placed_cents_max = 2;

class Broken
{
  public:
    void unless(bool holds, std::string rule)
    {
        if (!holds && std::ranges::find(rules_, rule) == rules_.end())
            rules_.push_back(std::move(rule));
    }
    std::vector<std::string> take() { return std::move(rules_); }

  private:
    std::vector<std::string> rules_;
};

/// Σ lines − discounts + charges of everything that bears this tax (BR-S-08).
Cents base_of(const TaxRow& row, const Figures& figures)
{
    const auto bears = [&](std::size_t place) {
        const auto& treatment = figures.treatments[place];
        if (treatment.category != row.category) return false;
        if (row.category != Category::standard) return true;
        return std::ranges::count(treatment.taxes, TaxRate{row.code, row.rate}) == 1;
    };
    std::int64_t total = 0;
    for (const auto& line : figures.lines)
        if (line.presence == Presence::counted && bears(line.treatment)) total += line.net.value;
    for (const auto& part : figures.adjustments)
        if (bears(part.treatment))
            total += part.direction == Direction::charge ? part.net.value : -part.net.value;
    return {total};
}

/// |tax| against round(|base| × rate), as the schematron compares them.
bool is_taxed(const TaxRow& row)
{
    const base::Wide whole = base::hundred_percent.value;
    const base::Wide size = row.base.value < 0 ? -row.base.value : row.base.value;
    const base::Wide expected = (2 * size * row.rate.value + whole) / (2 * whole);
    const base::Wide tax = row.base.value < 0 ? -row.tax.value : row.tax.value;
    return tax - expected == (row.base.value < 0 ? -row.rounding.value : row.rounding.value) &&
           std::abs(row.rounding.value) <= placed_cents_max;
}

void check_rows(const Figures& figures, Broken& broken)
{
    broken.unless(!figures.rows.empty(), "BR-CO-18");
    std::map<Category, int> of_category;
    for (const auto& row : figures.rows) {
        const auto code = "BR-" + std::string{code_of(row.category)};
        broken.unless(row.base == base_of(row, figures), code + "-08");
        broken.unless(is_taxed(row), "BR-CO-17");
        const bool is_standard = row.category == Category::standard;
        broken.unless(is_standard || row.tax == Cents{}, code + "-09");
        broken.unless(is_standard == (row.rate > base::Rate{}), code + "-05");
        const bool has_reason = row.exemption != Exemption::none;
        broken.unless(has_reason == (!is_standard && row.category != Category::zero), code + "-10");
        broken.unless(is_standard || ++of_category[row.category] == 1, code + "-01");
    }
    broken.unless(!of_category.contains(Category::outside) || figures.rows.size() == 1, "BR-O-11");
}

} // namespace

std::vector<std::string> broken_rules(const Figures& figures)
{
    Broken broken;
    const auto& totals = figures.totals;
    std::int64_t lines = 0;
    for (const auto& line : figures.lines) {
        if (line.presence == Presence::counted) lines += line.net.value;
        broken.unless(line.before_discount.value - line.discount.value == line.net.value, "BR-24");
        broken.unless(line.unit_net >= base::UnitPrice{}, "BR-27");
    }
    std::map<Direction, std::int64_t> parts;
    for (const auto& part : figures.adjustments)
        parts[part.direction] += part.net.value;
    std::int64_t taxes = 0;
    for (const auto& row : figures.rows)
        taxes += row.tax.value;

    broken.unless(totals.lines.value == lines, "BR-CO-10");
    broken.unless(totals.discounts.value == parts[Direction::discount], "BR-CO-11");
    broken.unless(totals.charges.value == parts[Direction::charge], "BR-CO-12");
    broken.unless(totals.net.value == lines - totals.discounts.value + totals.charges.value,
                  "BR-CO-13");
    broken.unless(totals.tax.value == taxes, "BR-CO-14");
    broken.unless(totals.gross.value == totals.net.value + totals.tax.value, "BR-CO-15");
    broken.unless(totals.due.value == totals.gross.value - totals.deposits.value, "BR-CO-16");
    check_rows(figures, broken);
    return broken.take();
}

} // namespace billing
