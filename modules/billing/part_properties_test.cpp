#include "modules/billing/property_test_kit.hpp"
#include "modules/billing/tax_rows.hpp"

#include <algorithm>
#include <optional>

using namespace billing;
using namespace billing_kit;
using base::Cents;

namespace
{

/// Nothing when what is given back came before the work it is taken of.
std::optional<Figures> situation_unless_negative(const Figures& whole,
                                                 const std::vector<LineProgress>& now,
                                                 const std::vector<Figures>& made)
{
    try {
        return situation_of(whole, now, made);
    } catch (const base::Refusal& refusal) {
        hold(refusal.code == std::string{"billing.refusal.negative_total"} && !is_positive(whole),
             "only what gives back is refused");
        return {};
    }
}

/// A deposit and the situations that take it off, beside those that do not.
class Recovery
{
  public:
    Recovery(Dice& dice, const Figures& whole) : whole_(whole)
    {
        if (is_below_zero_somewhere(whole) || whole.totals.gross == Cents{}) return;
        const Cents amount{dice.between(1, whole.totals.gross.value)};
        issued_.deposits.push_back(deposit_of(whole, amount, {}));
    }
    void take_off(Dice& dice, const Figures& situation, bool is_last)
    {
        const auto most = std::min(left_to_recover(whole_, issued_), situation.totals.gross);
        const auto amount = is_last ? most : Cents{dice.between(0, most.value)};
        issued_.situations.push_back(recovered(whole_, situation, issued_, amount));
        const auto& made = issued_.situations.back();
        hold(made.totals.deposits == amount && made.totals.due >= Cents{}, "what is recovered");
        hold_rules(made);
        if (dice.one_in(4)) credits_make_what_was_asked(dice, made);
    }
    void check() const
    {
        if (left_to_recover(whole_, issued_) > Cents{}) return;
        auto sum = sum_of(issued_.deposits);
        for (const auto& situation : issued_.situations)
            sum.add_asked(situation);
        hold(without_zeros(sum) == sum_of({whole_}), "deposits and situations make the whole");
    }

  private:
    const Figures& whole_;
    Issued issued_;
};

} // namespace

void billing_kit::deposits_make_the_whole(Dice& dice, const Figures& whole)
{
    if (is_below_zero_somewhere(whole)) return;
    std::vector<Figures> deposits;
    Cents asked;
    for (auto count = dice.between(1, 3); count > 0 && asked < whole.totals.gross; --count) {
        const auto left = whole.totals.gross - asked;
        const auto amount = dice.one_in(5) ? left : std::min(left, Cents{dice.of_any_size(9) + 1});
        deposits.push_back(deposit_of(whole, amount, deposits));
        hold(deposits.back().totals.gross == amount, "a deposit is what was asked");
        hold(is_positive(deposits.back()), "nothing of a deposit is below zero");
        hold_rules(deposits.back());
        asked += amount;
    }
    const auto balance = balance_of(whole, deposits);
    hold(balance.totals.due + asked == whole.totals.gross, "deposits + balance");
    hold_rules(balance);
    hold(is_positive(Figures{.rows = rows_left(balance)}), "deposits leave nothing below zero");
    auto sum = sum_of(deposits);
    sum.add_asked(balance);
    hold(without_zeros(sum) == sum_of({whole}), "deposits and their balance make the whole");
    if (dice.one_in(2)) credits_make_what_was_asked(dice, balance);
}

void billing_kit::situations_make_the_whole(Dice& dice, const Figures& whole)
{
    std::vector<LineProgress> before;
    std::vector<Figures> situations;
    Recovery recovery{dice, whole};
    for (auto left = dice.between(1, 4); left > 0; --left) {
        std::vector<LineProgress> now;
        for (const auto& line : whole.lines) {
            if (line.presence != Presence::counted) continue;
            const auto from = before.empty() ? 0 : before[now.size()].done.value;
            const auto to = left == 1 ? base::hundred_percent.value
                                      : dice.between(from, base::hundred_percent.value);
            now.push_back({line.key, {dice.one_in(3) && left > 1 ? from : to}});
        }
        const auto situation = situation_unless_negative(whole, now, situations);
        if (!situation) return;
        situations.push_back(*situation);
        hold_rules(situations.back());
        hold(situations.back().totals.gross >= Cents{}, "no situation asks less than nothing");
        hold(!is_positive(whole) || is_positive(situations.back()),
             "nothing of a situation is below zero");
        recovery.take_off(dice, situations.back(), left == 1);
        before = now;
    }
    recovery.check();
    hold(sum_of(situations) == sum_of({whole}), "situations make the whole");
    std::map<std::int64_t, Cents> lines;
    for (const auto& situation : situations)
        for (const auto& line : situation.lines)
            lines[line.key] += line.net;
    for (const auto& line : whole.lines)
        if (line.presence == Presence::counted)
            hold(lines[line.key] == line.net, "situations make each line");
}
