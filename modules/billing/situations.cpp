#include "modules/billing/situations.hpp"

#include "kernel/base/refusal.hpp"
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

/// How far the lines have come together: done / of.
struct Fraction {
    Wide done = 0;
    Wide of = 0;
};

Fraction together(const Figures& whole, const Done& done)
{
    Fraction result;
    for (const auto& line : whole.lines) {
        if (line.presence != Presence::counted) continue;
        const Wide weight = line.net < Cents{} ? -line.net.value : line.net.value;
        result.done += weight * done.at(line.key).value;
        result.of += weight * base::hundred_percent.value;
    }
    if (result.of == 0) return {.done = is_finished(done) ? 1 : 0, .of = 1};
    return result;
}

Figures as_far_as(const Figures& whole, const Done& done)
{
    std::vector<LineFigures> lines;
    for (const auto& line : whole.lines)
        if (line.presence == Presence::counted)
            lines.push_back(
                lump(line.key, line.treatment, base::times(line.net, done.at(line.key))));
    auto adjustments = whole.adjustments;
    const auto fraction = together(whole, done);
    for (auto& part : adjustments)
        part.net = base::rounded(part.net.value * fraction.done, fraction.of);

    std::vector<Cents> taxes(whole.rows.size());
    auto result = part_of(whole, std::move(lines), std::move(adjustments), taxes);
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
        auto& row = result.rows[i];
        set_tax(row, is_finished(done) ? whole.rows[i].tax : base::times(row.base, row.rate));
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
                     const std::vector<LineProgress>& before)
{
    const auto done = read(whole, now);
    const auto done_before = read(whole, before);
    for (const auto& [key, rate] : done)
        refuse_unless(rate >= done_before.at(key), "billing.refusal.progress_backwards");

    const auto to = as_far_as(whole, done);
    const auto from = as_far_as(whole, done_before);
    auto lines = to.lines;
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i] = lump(lines[i].key, lines[i].treatment, lines[i].net - from.lines[i].net);
    auto adjustments = to.adjustments;
    for (std::size_t i = 0; i < adjustments.size(); ++i)
        adjustments[i].net -= from.adjustments[i].net;
    std::vector<Cents> taxes;
    for (std::size_t i = 0; i < to.rows.size(); ++i)
        taxes.push_back(to.rows[i].tax - from.rows[i].tax);
    return part_of(whole, std::move(lines), std::move(adjustments), taxes);
}

} // namespace billing
