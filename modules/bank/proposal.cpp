#include "modules/bank/proposal.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace bank
{
namespace
{

constexpr std::size_t word_length_min = 3;
constexpr std::size_t short_number = 6; ///< below it, letters before a number make it another word
constexpr std::size_t paired_max = 60;  ///< invoices of one client that are tried two by two
constexpr std::array<std::string_view, 8> legal_forms{"sarl", "sas",    "sasu", "eurl",
                                                      "eirl", "selarl", "snc",  "ltee"};

using Some = std::vector<const Owed*>;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

std::string packed(std::string_view text)
{
    std::string out;
    for (const char c : base::fold(text))
        if (is_letter(c) || is_digit(c)) out += c;
    return out;
}

/// Where a number that begins at `at` ends, blanks in it passed over: banks drop hyphens and break
/// words.
std::size_t end_of(const std::string& text, std::size_t at, const std::string& number)
{
    std::size_t found = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == ' ' && found > 0) continue;
        if (text[at] != number[found]) return std::string::npos;
        if (++found == number.size()) return at + 1;
    }
    return std::string::npos;
}

/// Not « FACT-2026-00121 » nor « 1FACT… » of digits, which are other ones. `text` is folded.
bool names(const std::string& text, const std::string& number)
{
    if (number.empty()) return false;
    for (auto at = text.find(number.front()); at != std::string::npos;
         at = text.find(number.front(), at + 1)) {
        const auto end = end_of(text, at, number);
        if (end == std::string::npos) continue;
        const char before = at == 0 ? ' ' : text[at - 1];
        const bool goes_on = end < text.size() && is_digit(text[end]);
        const bool is_in_number = is_digit(before) && is_digit(number.front());
        const bool is_in_word = number.size() < short_number && before != ' ';
        if (!goes_on && !is_in_number && !is_in_word) return true;
    }
    return false;
}

std::set<std::string, std::less<>> words_in(std::string_view text)
{
    std::set<std::string, std::less<>> words;
    for (auto& word : base::split(base::fold(text), ' '))
        words.insert(std::move(word));
    return words;
}

std::vector<std::string> telling_words(std::string_view name)
{
    std::vector<std::string> words;
    for (auto& word : base::split(base::fold(name), ' '))
        if (word.size() >= word_length_min &&
            std::ranges::find(legal_forms, word) == legal_forms.end())
            words.push_back(std::move(word));
    return words;
}

base::Cents sum_of(const Some& some)
{
    base::Cents sum;
    for (const auto* one : some)
        sum += one->left_due;
    return sum;
}

Proposal of(Reason reason, const Some& some)
{
    Proposal proposal{.reason = reason, .invoices = {}};
    for (const auto* one : some)
        if (proposal.invoices.size() < proposed_max) proposal.invoices.push_back(one->id);
    return proposal;
}

bool is_of_one_client(const Some& some)
{
    return std::ranges::all_of(
        some, [&](const Owed* one) { return one->client_id == some.front()->client_id; });
}

/// Every two of one client's invoices that come to the amount, and all of them.
std::vector<Some> sums_to(const Some& some, base::Cents amount)
{
    std::vector<Some> found;
    if (some.size() < 2 || some.size() > paired_max) return found;
    if (some.size() > 2 && some.size() <= proposed_max && sum_of(some) == amount)
        found.push_back(some);
    for (std::size_t a = 0; a < some.size(); ++a)
        for (std::size_t b = a + 1; b < some.size(); ++b)
            if (some[a]->left_due + some[b]->left_due == amount)
                found.push_back({some[a], some[b]});
    return found;
}

} // namespace

Proposer::Proposer(const std::vector<Owed>& owed)
{
    known_.reserve(owed.size());
    for (const auto& one : owed)
        known_.push_back(
            {.owed = &one, .number = packed(one.number), .words = telling_words(one.client_name)});
}

Proposal Proposer::by_number(const StatementLine& line) const
{
    const auto text = base::fold(line.label + " " + line.reference);
    Some numbered;
    for (const auto& one : known_)
        if (names(text, one.number)) numbered.push_back(one.owed);
    if (numbered.empty()) return {};
    if (!is_of_one_client(numbered)) return of(Reason::several, numbered);
    if (numbered.size() <= proposed_max && sum_of(numbered) == line.amount)
        return of(Reason::number, numbered);
    const bool is_part = numbered.size() == 1 && line.amount < numbered.front()->left_due;
    return of(is_part ? Reason::part : Reason::named, numbered);
}

Proposal Proposer::by_client(const StatementLine& line) const
{
    const auto words = words_in(line.label + " " + line.counterpart);
    Some all;
    Some exact;
    std::map<tenancy::ClientId, Some> of_client;
    for (const auto& one : known_) {
        const auto is_said = [&](const std::string& word) { return words.contains(word); };
        if (one.words.empty() || !std::ranges::all_of(one.words, is_said)) continue;
        all.push_back(one.owed);
        of_client[one.owed->client_id].push_back(one.owed);
        if (one.owed->left_due == line.amount) exact.push_back(one.owed);
    }
    if (exact.size() > 1) return of(Reason::several, exact);
    if (exact.size() == 1) return of(Reason::client_amount, exact);
    std::vector<Some> sums;
    for (const auto& [client, some] : of_client)
        for (auto& sum : sums_to(some, line.amount))
            sums.push_back(std::move(sum));
    if (sums.size() == 1) return of(Reason::client_sum, sums.front());
    if (!sums.empty()) return of(Reason::several, all);
    return all.empty() ? Proposal{} : of(Reason::client, all);
}

Proposal Proposer::propose(const StatementLine& line) const
{
    if (auto found = by_number(line); found.reason != Reason::none) return found;
    if (auto found = by_client(line); found.reason != Reason::none) return found;
    Some exact;
    for (const auto& one : known_)
        if (one.owed->left_due == line.amount) exact.push_back(one.owed);
    if (exact.empty()) return {};
    return of(exact.size() == 1 ? Reason::amount : Reason::several, exact);
}

} // namespace bank
