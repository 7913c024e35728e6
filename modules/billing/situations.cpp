#include "modules/billing/situations.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/billing/apportion.hpp"
#include "modules/billing/parts.hpp"

#include <algorithm>
#include <map>

namespace billing
{
namespace
{

using base::Cents;
using base::Rate;
using base::refuse_unless;
using base::Wide;

using Done = std::map<std::int64_t, Rate>;

Done read(const Figures& whole, const std::vector<LineProgress>& done)
{
    Done result;
    for (const auto& line : whole.lines)
        if (line.presence == Presence::counted) result[line.key] = Rate{};
    std::map<std::int64_t, int> named;
    for (const auto& progress : done) {
        refuse_unless(result.contains(progress.key) && ++named[progress.key] == 1,
                      "billing.refusal.progress_line");
        refuse_unless(progress.done >= Rate{} && progress.done <= base::hundred_percent,
                      "billing.refusal.progress_range");
        result[progress.key] = progress.done;
    }
    return result;
}

bool is_finished(const Done& done)
{
    return std::ranges::all_of(
        done, [](const auto& line) { return line.second == base::hundred_percent; });
}

/// How far something has come: done / of, in cents.
struct Fraction {
    Wide done = 0;
    Wide of = 0;
};

Cents size_of(Cents amount)
{
    return amount < Cents{} ? -amount : amount;
}

Cents times(Cents amount, const Fraction& fraction)
{
    if (fraction.of == 0) return {};
    return base::rounded(amount.value * fraction.done, fraction.of);
}

/// How far the lines have come, each treatment's and all of them.
struct Advance {
    std::vector<Fraction> own;
    Fraction all;
};

/// `lines`: those of the whole that count, as they stand.
Advance advance_of(const Figures& whole, const std::vector<LineFigures>& lines, const Done& done)
{
    Advance result{.own = std::vector<Fraction>(whole.treatments.size()), .all = {}};
    for (const auto& line : lines) {
        result.own[line.treatment].done += size_of(line.net).value;
        result.all.done += size_of(line.net).value;
    }
    for (const auto& line : whole.lines) {
        if (line.presence != Presence::counted) continue;
        result.own[line.treatment].of += size_of(line.net).value;
        result.all.of += size_of(line.net).value;
    }
    if (result.all.of == 0) result.all = {.done = is_finished(done) ? 1 : 0, .of = 1};
    return result;
}

/// The adjustments of one treatment and direction, as far as `fraction`: their sum is rounded once
/// and shared, so that none goes back when it grows.
Cents advance(std::vector<AdjustmentFigures>& adjustments, std::size_t treatment,
              Direction direction, const Fraction& fraction)
{
    std::vector<AdjustmentFigures*> parts;
    std::vector<Cents> nets;
    for (auto& part : adjustments)
        if (part.treatment == treatment && part.direction == direction) {
            parts.push_back(&part);
            nets.push_back(part.net);
        }
    if (base::sum(nets) == Cents{}) return {};
    const auto so_far = times(base::sum(nets), fraction);
    const auto shares = apportion(so_far, nets);
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i]->net = shares[i];
    return so_far;
}

/// Discounts come with the charges too: they may take what a charge added, never more.
std::vector<AdjustmentFigures> adjustments_of(const Figures& whole, const Advance& far)
{
    auto adjustments = whole.adjustments;
    for (std::size_t i = 0; i < whole.treatments.size(); ++i) {
        auto reached = far.own[i];
        for (const auto& part : whole.adjustments)
            if (part.treatment == i && part.direction == Direction::charge)
                reached.of += part.net.value;
        reached.done +=
            advance(adjustments, i, Direction::charge, far.own[i].of == 0 ? far.all : far.own[i])
                .value;
        advance(adjustments, i, Direction::discount, reached);
    }
    return adjustments;
}

Cents tax_of(const TaxRow& row, const TaxRow& of_whole)
{
    if (row.base >= Cents{} && row.base <= of_whole.base && of_whole.tax >= Cents{})
        return std::min(row.tax, of_whole.tax);
    return row.tax;
}

/// Whether what a line adds has the sign of the line.
bool is_further(Cents added, const Figures& whole, std::int64_t key)
{
    const auto line = std::ranges::find(whole.lines, key, &LineFigures::key);
    return line->net < Cents{} ? added <= Cents{} : added >= Cents{};
}

Figures as_far_as(const Figures& whole, const Done& done)
{
    std::vector<LineFigures> lines;
    for (const auto& line : whole.lines)
        if (line.presence == Presence::counted)
            lines.push_back(
                lump(line.key, line.treatment, base::times(line.net, done.at(line.key))));
    auto adjustments = adjustments_of(whole, advance_of(whole, lines, done));

    std::vector<Cents> taxes(whole.rows.size());
    auto result = part_of(whole, std::move(lines), std::move(adjustments), taxes);
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
        auto& row = result.rows[i];
        row.tax = base::times(row.base, row.rate);
        set_tax(row, is_finished(done) ? whole.rows[i].tax : tax_of(row, whole.rows[i]));
    }
    result.totals = totals_of(result);
    return result;
}

} // namespace

Figures progressed(const Figures& whole, const std::vector<LineProgress>& done)
{
    return as_far_as(whole, read(whole, done));
}

Figures situation_of(const Figures& whole, const std::vector<LineProgress>& now,
                     const std::vector<Figures>& made)
{
    auto to = as_far_as(whole, read(whole, now));
    const auto left = left_of(all_of(to), taken_by(whole, made));
    for (auto& line : to.lines) {
        const auto net = left.lines.at(line.key);
        refuse_unless(is_further(net, whole, line.key), "billing.refusal.progress_backwards");
        line = lump(line.key, line.treatment, net);
    }
    for (std::size_t i = 0; i < to.adjustments.size(); ++i) {
        to.adjustments[i].net = left.adjustments[i];
        refuse_unless(left.adjustments[i] >= Cents{}, "billing.refusal.progress_backwards");
    }

    auto situation = part_of(whole, std::move(to.lines), std::move(to.adjustments), left.taxes);
    refuse_unless(situation.totals.gross >= Cents{} && situation.totals.net >= Cents{},
                  "billing.refusal.negative_total");
    return situation;
}

} // namespace billing
