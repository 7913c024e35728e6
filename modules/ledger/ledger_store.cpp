#include "modules/ledger/ledger_store.hpp"

namespace ledger
{
namespace
{

constexpr db::Table<Record> event_table{"ledger_event"};

// A chain whose counter went (a demonstration told again) goes on after its last record.
constexpr db::Query take_place{"ledger.take", R"sql(
    INSERT INTO ledger_chain (workspace_id, last_seq)
    VALUES (:workspace, (SELECT coalesce(max(seq), 0) + 1 FROM ledger_event WHERE workspace_id = :workspace))
    ON CONFLICT (workspace_id) DO UPDATE SET last_seq = ledger_chain.last_seq + 1
    RETURNING last_seq
)sql"};

constexpr db::Query find_counter{"ledger.counter", R"sql(
    SELECT last_seq FROM ledger_chain WHERE workspace_id = :workspace
)sql"};

constexpr db::Query record_by_seq{"ledger.by_seq", R"sql(
    SELECT seq, family, kind, day, at, actor, payload, key, previous, hash, signature
      FROM ledger_event WHERE workspace_id = :workspace AND seq = :seq
)sql"};

constexpr db::Query last_record{"ledger.last", R"sql(
    SELECT seq, family, kind, day, at, actor, payload, key, previous, hash, signature
      FROM ledger_event WHERE workspace_id = :workspace ORDER BY seq DESC LIMIT 1
)sql"};

constexpr db::Query last_record_until{"ledger.last_until", R"sql(
    SELECT seq, family, kind, day, at, actor, payload, key, previous, hash, signature
      FROM ledger_event WHERE workspace_id = :workspace AND day <= :day
     ORDER BY day DESC, seq DESC LIMIT 1
)sql"};

constexpr db::Query last_record_of_kind{"ledger.last_of_kind", R"sql(
    SELECT seq, family, kind, day, at, actor, payload, key, previous, hash, signature
      FROM ledger_event WHERE workspace_id = :workspace AND kind = :kind
     ORDER BY seq DESC LIMIT 1
)sql"};

constexpr db::Query find_money_day{"ledger.money_day", R"sql(
    SELECT day FROM ledger_event
     WHERE workspace_id = :workspace AND family = :family AND seq > :seq ORDER BY seq LIMIT 1
)sql"};

constexpr db::Query records_after{"ledger.after", R"sql(
    SELECT seq, family, kind, day, at, actor, payload, key, previous, hash, signature
      FROM ledger_event WHERE workspace_id = :workspace AND seq > :seq ORDER BY seq LIMIT :limit
)sql"};

constexpr db::Query money_records{"ledger.money", R"sql(
    SELECT seq, family, kind, day, at, actor, payload, key, previous, hash, signature
      FROM ledger_event WHERE workspace_id = :workspace AND family = :family AND seq >= :first
       AND seq <= :last ORDER BY seq LIMIT :limit
)sql"};

constexpr db::Query records_of_kind{"ledger.of_kind", R"sql(
    SELECT seq, family, kind, day, at, actor, payload, key, previous, hash, signature
      FROM ledger_event WHERE workspace_id = :workspace AND kind = :kind
     ORDER BY seq DESC LIMIT :limit
)sql"};

constexpr db::Query closings{"ledger.closings", R"sql(
    SELECT seq, family, kind, day, at, actor, payload, key, previous, hash, signature
      FROM ledger_event WHERE workspace_id = :workspace AND family = :family AND seq < :seq
     ORDER BY seq DESC LIMIT :limit
)sql"};

constexpr db::Query find_check{"ledger.check", R"sql(
    SELECT at, checked, broken_seq, wrong FROM ledger_check WHERE workspace_id = :workspace
)sql"};

constexpr db::Query save_check{"ledger.save_check", R"sql(
    INSERT INTO ledger_check (workspace_id, at, checked, broken_seq, wrong)
    VALUES (:workspace, :at, :checked, :broken_seq, :wrong)
    ON CONFLICT (workspace_id) DO UPDATE SET
        at = excluded.at, checked = excluded.checked, broken_seq = excluded.broken_seq, wrong = excluded.wrong
)sql"};

} // namespace

std::int64_t LedgerStore::take_seq()
{
    return tx_.value<std::int64_t>(take_place).value();
}

std::optional<std::int64_t> LedgerStore::counter()
{
    return tx_.value<std::int64_t>(find_counter);
}

void LedgerStore::insert(const Record& record)
{
    tx_.insert(event_table, record);
}

std::optional<Record> LedgerStore::by_seq(std::int64_t seq)
{
    return tx_.find<Record>(record_by_seq, {{"seq", seq}});
}

std::optional<Record> LedgerStore::last()
{
    return tx_.find<Record>(last_record);
}

std::optional<Record> LedgerStore::last_until(base::Date day)
{
    return tx_.find<Record>(last_record_until, {{"day", day}});
}

std::optional<Record> LedgerStore::last_of_kind(std::string_view kind)
{
    return tx_.find<Record>(last_record_of_kind, {{"kind", kind}});
}

std::optional<std::string> LedgerStore::first_money_day()
{
    return money_day_after(0);
}

std::optional<std::string> LedgerStore::money_day_after(std::int64_t seq)
{
    return tx_.value<std::string>(find_money_day, {{"family", money_family}, {"seq", seq}});
}

std::vector<Record> LedgerStore::after(std::int64_t seq, std::int64_t limit)
{
    return tx_.rows<Record>(records_after, {{"seq", seq}, {"limit", limit}});
}

std::vector<Record> LedgerStore::money_between(std::int64_t first, std::int64_t last,
                                               std::int64_t limit)
{
    return tx_.rows<Record>(
        money_records,
        {{"family", money_family}, {"first", first}, {"last", last}, {"limit", limit}});
}

std::vector<Record> LedgerStore::of_kind(std::string_view kind, std::int64_t limit)
{
    return tx_.rows<Record>(records_of_kind, {{"kind", kind}, {"limit", limit}});
}

std::vector<Record> LedgerStore::closings_before(std::int64_t seq, std::int64_t limit)
{
    return tx_.rows<Record>(closings, {{"family", closing_family}, {"seq", seq}, {"limit", limit}});
}

std::optional<Check> LedgerStore::last_check()
{
    return tx_.find<Check>(find_check);
}

void LedgerStore::write_check(const Check& check)
{
    tx_.execute(save_check, {{"at", check.at},
                             {"checked", check.checked},
                             {"broken_seq", check.broken_seq},
                             {"wrong", check.wrong}});
}

} // namespace ledger
