#include "modules/accounting/entry.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>
#include <array>

namespace accounting
{
namespace
{

constexpr std::array<std::string_view, 5> codes{"VE", "AC", "BQ", "CA", "OD"};
constexpr std::size_t digits_first = 3;
constexpr std::size_t number_digits = 6;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view fault_of(const EntryLine& line)
{
    if (!is_account_number(line.account.number)) return "account";
    if (line.account.label.empty()) return "account_label";
    if (line.party && (line.party->number.empty() || line.party->label.empty())) return "party";
    const bool is_one_sided = (line.debit.value > 0 && line.credit.value == 0) ||
                              (line.credit.value > 0 && line.debit.value == 0);
    return is_one_sided ? "" : "sides";
}

} // namespace

std::string_view code_of(Journal journal)
{
    return codes.at(static_cast<std::size_t>(journal));
}

std::optional<Journal> find_journal(std::string_view code)
{
    const auto found = std::ranges::find(codes, code);
    if (found == codes.end()) return {};
    return static_cast<Journal>(found - codes.begin());
}

std::string_view fault_of(const Entry& entry)
{
    if (entry.lines.size() < 2) return "one_line";
    if (entry.label.empty()) return "label";
    if (entry.piece.empty()) return "piece";
    base::Cents sum;
    for (const auto& line : entry.lines) {
        if (const auto fault = fault_of(line); !fault.empty()) return fault;
        sum += line.debit - line.credit;
    }
    return sum == base::Cents{} ? "" : "unbalanced";
}

void check(const Entry& entry)
{
    const auto fault = fault_of(entry);
    base::refuse_unless(fault.empty(), "accounting.refusal.entry",
                        {{"fault", std::string{fault}}, {"piece", entry.piece}});
}

void add_line(std::vector<EntryLine>& lines, EntryLine debited, base::Cents amount)
{
    if (amount.value == 0) return;
    debited.debit = amount.value > 0 ? amount : base::Cents{};
    debited.credit = amount.value < 0 ? -amount : base::Cents{};
    lines.push_back(std::move(debited));
}

bool is_account_number(std::string_view number)
{
    if (number.size() < digits_first || number.size() > account_length_max) return false;
    return std::ranges::all_of(number.substr(0, digits_first), is_digit) &&
           std::ranges::all_of(number, [](char c) { return is_digit(c) || is_letter(c); });
}

std::string entry_number(Journal journal, std::int64_t number)
{
    auto digits = std::to_string(number);
    if (digits.size() < number_digits) digits.insert(0, number_digits - digits.size(), '0');
    return std::string{code_of(journal)} + digits;
}

void TrialBalance::add(const Entry& entry)
{
    for (const auto& line : entry.lines) {
        auto& known = accounts_[line.account.number];
        known.account = line.account;
        known.debit += line.debit;
        known.credit += line.credit;
        debit_ += line.debit;
        credit_ += line.credit;
    }
}

std::vector<BalanceLine> TrialBalance::lines() const
{
    std::vector<BalanceLine> all;
    for (const auto& [number, line] : accounts_)
        all.push_back(line);
    return all;
}

} // namespace accounting
