#include "modules/accounting/archive_store.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/accounting/entry_store.hpp"

namespace accounting
{
namespace
{

constexpr db::Table<Archive> archive_table{"accounting_archive"};
constexpr int months_at_once = 24;

constexpr db::Query list_archives{"accounting.archives", R"sql(
    SELECT id, month, name, file_id, sha256, entries, debit, kept_until, made_at
      FROM accounting_archive WHERE workspace_id = :workspace ORDER BY month DESC LIMIT :limit
)sql"};

constexpr db::Query find_month{"accounting.archive_of_month", R"sql(
    SELECT count(*) FROM accounting_archive WHERE workspace_id = :workspace AND month = :month
)sql"};

constexpr db::Query missing_months{"accounting.months_without_archive", R"sql(
    SELECT DISTINCT substr(e.day, 1, 7) AS month FROM accounting_entry e
     WHERE e.workspace_id = :workspace AND e.day <= :closed
       AND NOT EXISTS (SELECT 1 FROM accounting_archive a
                        WHERE a.workspace_id = e.workspace_id AND a.month = substr(e.day, 1, 7))
     ORDER BY month LIMIT :limit
)sql"};

} // namespace

void ArchiveStore::insert(const Archive& archive)
{
    tx_.insert(archive_table, archive);
}

bool ArchiveStore::has(std::string_view month)
{
    return tx_.values<std::int64_t>(find_month, {{"month", std::string{month}}}).front() > 0;
}

std::vector<Archive> ArchiveStore::list()
{
    return tx_.rows<Archive>(list_archives, {{"limit", archives_shown_max}});
}

std::vector<Period> ArchiveStore::missing()
{
    std::vector<Period> months;
    const auto closed = EntryStore{tx_}.closed_until();
    if (!closed) return months;
    for (const auto& code :
         tx_.values<std::string>(missing_months, {{"closed", *closed}, {"limit", months_at_once}}))
        if (const auto month = read_period(code); month && month->last <= *closed)
            months.push_back(*month);
    return months;
}

void guard_archive(tenancy::WorkspaceTransaction& tx, const files::File& /*file*/)
{
    if (tx.actor().side != tenancy::Side::staff) throw base::NotFound{};
    if (!tx.actor().may("accounting.read")) throw base::Forbidden{"accounting.read"};
}

} // namespace accounting
