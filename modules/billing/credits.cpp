#include "modules/billing/credits.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/billing/apportion.hpp"
#include "modules/billing/deposits.hpp"
#include "modules/billing/parts.hpp"

#include <algorithm>
#include <set>

namespace billing
{
namespace
{

using base::Cents;
using base::refuse_unless;

bool is_between(Cents amount, Cents limit)
{
    return limit < Cents{} ? amount < Cents{} && amount >= limit
                           : amount > Cents{} && amount <= limit;
}

bool is_empty(const Taken& left)
{
    const auto is_nothing = [](Cents amount) { return amount == Cents{}; };
    return std::ranges::all_of(left.nets, is_nothing) &&
           std::ranges::all_of(left.taxes, is_nothing);
}

using ByKey = std::map<std::int64_t, Cents>;

/// The lines of one treatment, at their share of `net`.
void share(const Figures& invoice, std::size_t treatment, Cents net, ByKey& shares)
{
    std::vector<std::int64_t> keys;
    std::vector<Cents> weights;
    for (const auto& line : invoice.lines)
        if (line.treatment == treatment && line.presence == Presence::counted) {
            keys.push_back(line.key);
            weights.push_back(line.net);
        }
    const auto lines = base::sum(weights);
    const bool is_positive =
        net >= Cents{} && (keys.empty() || std::ranges::min(weights) >= Cents{});
    refuse_unless(lines == net || is_positive, "billing.refusal.mixed_signs");
    const auto parts = lines == net || lines == Cents{} ? weights : apportion(net, weights);
    for (std::size_t i = 0; i < keys.size(); ++i)
        shares[keys[i]] = parts[i];
}

/// One line each, at the amount that is credited.
std::vector<LineFigures> lines_of(const Figures& invoice, const ByKey& left,
                                  const std::vector<LineCredit>& credits)
{
    std::vector<LineFigures> lines;
    std::set<std::int64_t> named;
    for (const auto& credit : credits) {
        const auto line = std::ranges::find_if(invoice.lines, [&](const LineFigures& each) {
            return each.key == credit.key && each.presence == Presence::counted;
        });
        refuse_unless(line != invoice.lines.end() && named.insert(credit.key).second,
                      "billing.refusal.credit_line");
        refuse_unless(is_between(credit.net, left.at(credit.key)), "billing.refusal.credit_range");
        lines.push_back(lump(credit.key, line->treatment, credit.net));
    }
    return lines;
}

/// What the credit notes so far take of one tax when they take these nets.
Cents tax_so_far(const Figures& invoice, std::size_t row, const std::vector<Cents>& nets,
                 Cents tax_before)
{
    const auto asked = rows_left(invoice)[row];
    Cents base;
    for (std::size_t i = 0; i < nets.size(); ++i)
        if (counts(asked, invoice.treatments[i])) base += nets[i];
    if (base == asked.base) return asked.tax;
    return std::clamp(base::times(base, asked.rate), tax_before, asked.tax);
}

} // namespace

Figures credit_rest(const Figures& invoice, const std::vector<Figures>& made)
{
    if (made.empty() && invoice.totals.deposits == Cents{}) {
        auto whole = invoice;
        whole.whole = identity_of(invoice);
        return whole;
    }
    const auto left = left_of(asked_by(invoice), taken_by(invoice, made));
    refuse_unless(!is_empty(left), "billing.refusal.nothing_to_credit");

    return part_of(invoice, left);
}

std::map<std::int64_t, Cents> lines_left_to_credit(const Figures& invoice,
                                                   const std::vector<Figures>& made)
{
    ByKey left;
    const auto asked = asked_by(invoice);
    for (std::size_t i = 0; i < asked.nets.size(); ++i)
        share(invoice, i, asked.nets[i], left);
    for (const auto& [key, net] : taken_by(invoice, made).lines)
        left[key] -= net;
    return left;
}

Figures credit_lines(const Figures& invoice, const std::vector<Figures>& made,
                     const std::vector<LineCredit>& credits)
{
    const auto asked = asked_by(invoice);
    refuse_unless(is_shareable(asked), "billing.refusal.mixed_signs");
    refuse_unless(!credits.empty(), "billing.refusal.credit_line");
    auto taken = taken_by(invoice, made);
    const auto left = left_of(asked, taken);
    auto lines = lines_of(invoice, lines_left_to_credit(invoice, made), credits);
    std::vector<Cents> nets(invoice.treatments.size());
    for (const auto& line : lines)
        nets[line.treatment] += line.net;
    for (std::size_t i = 0; i < nets.size(); ++i) {
        refuse_unless(nets[i] >= Cents{} && nets[i] <= left.nets[i],
                      "billing.refusal.credit_range");
        taken.nets[i] += nets[i];
    }

    std::vector<Cents> taxes;
    for (std::size_t i = 0; i < invoice.rows.size(); ++i)
        taxes.push_back(tax_so_far(invoice, i, taken.nets, taken.taxes[i]) - taken.taxes[i]);
    return part_of(invoice, std::move(lines), {}, taxes);
}

Figures credit_amount(const Figures& invoice, const std::vector<Figures>& made, Cents gross)
{
    const auto left = left_of(asked_by(invoice), taken_by(invoice, made));
    refuse_unless(gross > Cents{} && gross <= left.gross, "billing.refusal.credit_range");

    return part_of(invoice, share_of(invoice, left, gross));
}

Cents left_to_credit(const Figures& invoice, const std::vector<Figures>& made)
{
    return left_of(asked_by(invoice), taken_by(invoice, made)).gross;
}

} // namespace billing
