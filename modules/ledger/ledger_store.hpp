#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/ledger/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ledger
{

/// The last verification of a workspace.
struct Check {
    base::Instant at;
    std::int64_t checked = 0;
    std::int64_t broken_seq = 0; ///< 0 = intact
    std::string wrong;
};
BOOST_DESCRIBE_STRUCT(Check, (), (at, checked, broken_seq, wrong))

class LedgerStore
{
  public:
    explicit LedgerStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// The next place of the chain; whoever takes one waits for this transaction.
    std::int64_t take_seq();
    /// Where the counter stands; nothing before the first.
    std::optional<std::int64_t> counter();
    void insert(const Record& record);

    std::optional<Record> by_seq(std::int64_t seq);
    std::optional<Record> last();
    /// The last one recorded until that day.
    std::optional<Record> last_until(base::Date day);
    std::optional<Record> last_of_kind(std::string_view kind);
    std::optional<std::string> first_money_day();
    /// Day of the first money event after that record.
    std::optional<std::string> money_day_after(std::int64_t seq);

    /// In order, after that record.
    std::vector<Record> after(std::int64_t seq, std::int64_t limit);
    std::vector<Record> money_between(std::int64_t first, std::int64_t last, std::int64_t limit);
    std::vector<Record> of_kind(std::string_view kind, std::int64_t limit);
    /// Closings, newest first, before that record.
    std::vector<Record> closings_before(std::int64_t seq, std::int64_t limit);

    std::optional<Check> last_check();
    void write_check(const Check& check);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace ledger
