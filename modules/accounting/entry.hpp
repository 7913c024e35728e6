#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace accounting
{

/// Where entries of one kind are kept: sales, purchases, bank, cash, and what is none of them.
enum class Journal { sales, purchases, bank, cash, other };
BOOST_DESCRIBE_ENUM(Journal, sales, purchases, bank, cash, other)
/// « VE », « AC », « BQ », « CA », « OD ».
std::string_view code_of(Journal journal);
std::optional<Journal> find_journal(std::string_view code);

/// An account of the chart, or somebody’s own within it.
struct Account {
    std::string number; ///< three digits first, then digits or letters: « 445710 »
    std::string label;
    friend bool operator==(const Account&, const Account&) = default;
};
inline constexpr std::size_t account_length_max = 20;

/// Exactly one of debit and credit is above 0, the other is 0.
struct EntryLine {
    Account account;
    std::optional<Account> party; ///< whose: « C00042 », « Aurore Penhoat »; its number is a code
    base::Cents debit;
    base::Cents credit;
};

/// What happened, told twice: what was received is what was given, to the cent.
struct Entry {
    Journal journal = Journal::other;
    std::string journal_label;
    std::string number; ///< without a gap in its journal and year: « VE000012 »
    base::Date day;
    std::string piece; ///< the paper that proves it: « FA-2026-0001 »
    base::Date piece_day;
    std::string label;
    base::Date validated_on;
    std::vector<EntryLine> lines;
};

/// What an entry breaks: a code of « accounting.fault », empty when nothing.
std::string_view fault_of(const Entry& entry);
/// Refuses "accounting.refusal.entry", which names the fault.
void check(const Entry& entry);
/// An amount above 0 on one side, below 0 on the other, nothing for 0.
void add_line(std::vector<EntryLine>& lines, EntryLine debited, base::Cents amount);

bool is_account_number(std::string_view number);
/// « VE000012 ».
std::string entry_number(Journal journal, std::int64_t number);

/// What stands on each account, by its number.
struct BalanceLine {
    Account account;
    base::Cents debit;
    base::Cents credit;
    base::Cents balance() const { return debit - credit; }
    friend bool operator==(const BalanceLine&, const BalanceLine&) = default;
};
class TrialBalance
{
  public:
    void add(const Entry& entry);
    std::vector<BalanceLine> lines() const;
    base::Cents debit() const { return debit_; }
    base::Cents credit() const { return credit_; }

  private:
    std::map<std::string, BalanceLine, std::less<>> accounts_;
    base::Cents debit_;
    base::Cents credit_;
};

} // namespace accounting
