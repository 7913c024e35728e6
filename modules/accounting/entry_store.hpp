#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/entry.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace accounting
{

using EntryId = base::Id<struct EntryTag>;

struct EntryRow {
    EntryId id;
    Journal journal = Journal::other;
    std::int64_t year = 0;
    std::int64_t number = 0;
    base::Date day;
    std::string piece;
    base::Date piece_day;
    std::string label;
    base::Date validated_on;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (),
                      (id, journal, year, number, day, piece, piece_day, label, validated_on))

struct LineRow {
    EntryId entry_id;
    std::int64_t position = 0;
    std::string account;
    std::string account_label;
    std::string party;
    std::string party_label;
    base::Cents debit;
    base::Cents credit;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
                      (entry_id, position, account, account_label, party, party_label, debit,
                       credit))

/// Entries by day, then journal and number; the last one read, or a default one.
struct EntrySearch {
    base::Date first; ///< both included
    base::Date last;
    std::optional<Journal> journal; ///< none: all
    EntryRow after;
    int limit = 0;
};

struct JournalSum {
    Journal journal = Journal::other;
    std::int64_t count = 0;
    base::Cents debit;
};
BOOST_DESCRIBE_STRUCT(JournalSum, (), (journal, count, debit))

/// What a paper comes to on one account of a journal: above zero on its debit.
struct StandingRow {
    Journal journal = Journal::other;
    std::string account;
    std::string account_label;
    std::string party;
    std::string party_label;
    base::Cents balance;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (),
                      (journal, account, account_label, party, party_label, balance))

struct BalanceRow {
    std::string account;
    std::string label;
    base::Cents debit;
    base::Cents credit;
};
BOOST_DESCRIBE_STRUCT(BalanceRow, (), (account, label, debit, credit))
inline constexpr int balance_rows_max = 2'000;

/// Every statement of the module.
class EntryStore
{
  public:
    explicit EntryStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Who writes waits for who writes; the last day that is closed, if any.
    std::optional<base::Date> hold();
    std::optional<base::Date> closed_until();
    void close_until(base::Date last);
    std::int64_t next_number(Journal journal, std::int64_t year);
    void insert(const EntryRow& entry, const std::vector<EntryLine>& lines);

    std::vector<EntryRow> entries(const EntrySearch& search);
    /// Of these entries, in the order of their ids and positions.
    std::vector<LineRow> lines(const std::vector<EntryId>& entries);
    /// What entries of that paper left, by journal; what was taken back whole is not there.
    std::vector<StandingRow> standing(std::string_view piece);
    std::vector<JournalSum> journals(base::Date first, base::Date last);
    std::vector<BalanceRow> balance(base::Date first, base::Date last);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace accounting
