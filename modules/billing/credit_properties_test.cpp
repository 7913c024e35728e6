#include "modules/billing/parts.hpp"
#include "modules/billing/property_test_kit.hpp"

#include <algorithm>
#include <optional>

using namespace billing;
using namespace billing_kit;
using base::Cents;

namespace
{

/// A part of some lines, when the dice find one that may be credited.
std::optional<Figures> credit_of_lines(Dice& dice, const Figures& invoice,
                                       const std::vector<Figures>& made)
{
    std::vector<LineCredit> credits;
    for (const auto& line : invoice.lines)
        if (line.presence == Presence::counted && line.net != Cents{} && dice.one_in(3)) {
            const bool is_returned = line.net < Cents{};
            const auto size = dice.between(1, is_returned ? -line.net.value : line.net.value);
            credits.push_back({line.key, {is_returned ? -size : size}});
        }
    try {
        return credit_lines(invoice, made, credits);
    } catch (const base::Refusal&) {
        return {};
    }
}

bool is_nothing_left(const Figures& invoice, const std::vector<Figures>& made)
{
    return refusal_of([&] { credit_rest(invoice, made); }) == "billing.refusal.nothing_to_credit";
}

} // namespace

/// Every line for all it has, in two credit notes, where each treatment has a line to bear it.
void billing_kit::lines_credited_make_the_whole(Dice& dice, const Figures& invoice)
{
    const auto nets = nets_of(invoice);
    std::vector<Cents> lines(nets.size());
    for (const auto& line : invoice.lines)
        if (line.presence == Presence::counted) lines[line.treatment] += line.net;
    for (std::size_t i = 0; i < nets.size(); ++i)
        if (lines[i] == Cents{} && nets[i].value_or(Cents{}) != Cents{}) return;
    if (!is_positive(invoice)) return;
    std::vector<LineCredit> first, second;
    for (const auto& [key, net] : lines_left_to_credit(invoice, {}))
        if (net != Cents{}) (dice.one_in(2) ? first : second).push_back({key, net});
    std::vector<Figures> made;
    for (const auto& credits : {first, second})
        if (!credits.empty()) made.push_back(credit_lines(invoice, made, credits));
    hold(sum_of(made) == sum_of({invoice}), "credits of all lines make the invoice");
}

void billing_kit::credits_make_what_was_asked(Dice& dice, const Figures& invoice)
{
    std::vector<Figures> made;
    Sum asked;
    asked.add_asked(invoice);
    const bool is_shared = is_shareable(asked_by(invoice));
    for (auto count = dice.below(4); count > 0 && is_shared; --count) {
        const auto left = left_to_credit(invoice, made);
        if (left == Cents{}) break;
        if (dice.one_in(2))
            made.push_back(credit_amount(invoice, made, {dice.between(1, left.value)}));
        else if (auto credit = credit_of_lines(dice, invoice, made))
            made.push_back(*credit);
        if (made.empty()) continue;
        hold_rules(made.back());
        hold(std::ranges::all_of(made.back().rows,
                                 [](const TaxRow& row) { return row.tax >= Cents{}; }),
             "a credit takes no tax back");
    }
    if (!is_nothing_left(invoice, made)) made.push_back(credit_rest(invoice, made));
    hold(sum_of(made) == without_zeros(asked), "credit notes make what was asked");
    hold(left_to_credit(invoice, made) == Cents{}, "nothing is left to credit");
    hold(refusal_of([&] { credit_amount(invoice, made, Cents{1}); }) ==
             "billing.refusal.credit_range",
         "no credit after the last");
}
