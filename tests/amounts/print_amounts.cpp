#include "modules/billing/document_test_kit.hpp"
#include "tests/amounts/printed.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>

/// print_amounts SEED COUNT: documents by dice, one a line, each with what billing makes of it and
/// of its deposits, situations and credit notes; oracle.py counts them again.
namespace
{

using namespace billing;
using namespace printed_amounts;
using base::Cents;
using billing_kit::Dice;

/// [{"asked":"47.30","figures":{…}},…]: what several parts were asked for, and what came; null for
/// a refusal.
struct Asked {
    std::string what;
    std::optional<Figures> figures;
};

std::string text_of(const std::vector<Asked>& parts)
{
    return list(parts, [](const Asked& part) {
        const auto figures = part.figures ? frozen(*part.figures) : std::string{"null"};
        return "{\"asked\":" + part.what + ",\"figures\":" + figures + '}';
    });
}

std::vector<Asked> deposits(Dice& dice, const Figures& whole)
{
    std::vector<Asked> made;
    std::vector<Figures> figures;
    Cents asked;
    for (auto count = dice.between(1, 3); count > 0 && asked < whole.totals.gross; --count) {
        const auto left = whole.totals.gross - asked;
        const Cents each{dice.between(1, left.value)};
        figures.push_back(deposit_of(whole, each, figures));
        made.push_back({amount(each), figures.back()});
        asked += each;
    }
    return made;
}

std::vector<Asked> situations(Dice& dice, const Figures& whole)
{
    std::vector<Asked> made;
    std::vector<LineProgress> before;
    std::vector<Figures> figures;
    for (auto left = dice.between(1, 3); left > 0; --left) {
        std::vector<LineProgress> now;
        for (const auto& line : whole.lines) {
            if (line.presence != Presence::counted) continue;
            const auto from = before.empty() ? 0 : before[now.size()].done.value;
            now.push_back({line.key, {left == 1 ? 1'000'000 : dice.between(from, 1'000'000)}});
        }
        const auto asked =
            list(now, [](const LineProgress& line) { return decimal(line.done.value); });
        try {
            figures.push_back(situation_of(whole, now, figures));
            made.push_back({asked, figures.back()});
        } catch (const base::Refusal&) {
            made.push_back({asked, {}});
            break;
        }
        before = now;
    }
    return made;
}

std::vector<Figures> figures_in(const std::vector<Asked>& parts)
{
    std::vector<Figures> figures;
    for (const auto& part : parts)
        if (part.figures) figures.push_back(*part.figures);
    return figures;
}

/// Each situation once more, with a part of the deposits taken off.
std::vector<Asked> recoveries(Dice& dice, const Figures& whole,
                              const std::vector<Asked>& deposits_made,
                              const std::vector<Asked>& situations_made)
{
    std::vector<Asked> made;
    Issued issued{.deposits = figures_in(deposits_made), .situations = {}};
    for (const auto& situation : figures_in(situations_made)) {
        const auto most = std::min(left_to_recover(whole, issued), situation.totals.gross);
        const Cents each{dice.between(0, most.value)};
        issued.situations.push_back(recovered(whole, situation, issued, each));
        made.push_back({amount(each), issued.situations.back()});
    }
    return made;
}

/// {"lines":[[7,120],…]}: keys and cents before taxes.
Asked credit_of_lines(Dice& dice, const Figures& invoice, const std::vector<Figures>& made)
{
    std::vector<LineCredit> asked;
    for (const auto& line : invoice.lines)
        if (line.presence == Presence::counted && line.net > Cents{} && dice.one_in(2))
            asked.push_back({line.key, {dice.between(1, line.net.value)}});
    const auto what = "{\"lines\":" +
                      list(asked,
                           [](const LineCredit& credit) {
                               return '[' + std::to_string(credit.key) + ',' +
                                      std::to_string(credit.net.value) + ']';
                           }) +
                      '}';
    try {
        return {what, credit_lines(invoice, made, asked)};
    } catch (const base::Refusal&) {
        return {what, {}};
    }
}

std::vector<Asked> credits(Dice& dice, const Figures& invoice)
{
    std::vector<Asked> made;
    std::vector<Figures> figures;
    for (auto count = dice.below(4); count > 0; --count) {
        const auto left = left_to_credit(invoice, figures);
        if (left <= Cents{}) break;
        const Cents each{dice.between(1, left.value)};
        made.push_back(dice.one_in(2) ? credit_of_lines(dice, invoice, figures)
                                      : Asked{amount(each), credit_amount(invoice, figures, each)});
        figures = figures_in(made);
    }
    if (left_to_credit(invoice, figures) > Cents{} || (figures.empty() && made.empty()))
        made.push_back({"\"rest\"", credit_rest(invoice, figures)});
    return made;
}

std::string shares(std::uint64_t seed, const Figures& whole, const std::vector<Asked>& situations)
{
    Dice dice{~seed};
    try {
        const auto made = deposits(dice, whole);
        const auto balance = balance_of(whole, figures_in(made));
        auto text = ",\"deposits\":" + text_of(made) +
                    ",\"recoveries\":" + text_of(recoveries(dice, whole, made, situations)) +
                    ",\"balance\":" + frozen(balance) +
                    ",\"credits\":" + text_of(credits(dice, whole));
        if (balance.totals.due > Cents{})
            text += ",\"balance_credits\":" + text_of(credits(dice, balance));
        return text;
    } catch (const base::Refusal& refusal) {
        return ",\"no_share\":" + in_quotes(refusal.code);
    }
}

std::string result_of(std::uint64_t seed, const Document& document)
{
    try {
        const auto whole = figures_of(document);
        Dice dice{seed + 1};
        const auto made = situations(dice, whole);
        return ",\"figures\":" + frozen(whole) + shares(seed, whole, made) +
               ",\"situations\":" + text_of(made);
    } catch (const base::Refusal& refusal) {
        return ",\"refused\":" + in_quotes(refusal.code);
    }
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 3) return 2;
    const auto first = std::strtoull(arguments[1], nullptr, 10);
    const auto documents = std::strtoull(arguments[2], nullptr, 10);
    for (auto seed = first; seed < first + documents; ++seed) {
        Dice dice{seed};
        const auto document = billing_kit::any_document(dice);
        std::printf("{\"seed\":%s,\"document\":%s%s}\n", std::to_string(seed).c_str(),
                    text_of(document).c_str(), result_of(seed, document).c_str());
    }
}
