#include "modules/accounting/safe_store.hpp"

namespace accounting
{
namespace
{

constexpr db::Table<SafeMonth> month_table{"accounting_safe_month"};
constexpr db::Table<SafeObject> object_table{"accounting_safe_object"};

constexpr db::Query find_safe{"accounting.safe", R"sql(
    SELECT address, bucket, region, access_name, sealed_secret, state, last_error, failed_at,
           verified_at
      FROM accounting_safe WHERE workspace_id = :workspace AND id = 1
)sql"};

constexpr db::Query write_safe{"accounting.save_safe", R"sql(
    INSERT INTO accounting_safe (workspace_id, id, address, bucket, region, access_name,
                                 sealed_secret, state, last_error, failed_at, verified_at)
    VALUES (:workspace, 1, :address, :bucket, :region, :access_name, :sealed_secret, :state,
            :last_error, :failed_at, :verified_at)
    ON CONFLICT (workspace_id, id) DO UPDATE
       SET address = excluded.address, bucket = excluded.bucket, region = excluded.region,
           access_name = excluded.access_name, sealed_secret = excluded.sealed_secret,
           state = excluded.state, last_error = excluded.last_error,
           failed_at = excluded.failed_at, verified_at = excluded.verified_at
)sql"};

constexpr db::Query list_due{"accounting.months_not_in_safe", R"sql(
    -- sorts: the months of a ledger, twelve a year
    SELECT m.month
      FROM (SELECT substr(e.day, 1, 7) AS month, count(*) AS entries
              FROM accounting_entry e
             WHERE e.workspace_id = :workspace AND e.day < :before
             GROUP BY substr(e.day, 1, 7)) m
     WHERE NOT EXISTS (SELECT 1 FROM accounting_safe_month s
                        WHERE s.workspace_id = :workspace AND s.place = :place
                          AND s.month = m.month AND s.entries = m.entries)
     ORDER BY m.month LIMIT :limit
)sql"};

constexpr db::Query find_object{"accounting.object_in_safe", R"sql(
    SELECT count(*) FROM accounting_safe_object
     WHERE workspace_id = :workspace AND place = :place AND name = :name
)sql"};

constexpr db::Query list_months{"accounting.months_in_safe", R"sql(
    SELECT id, place, month, entries, objects, bytes, sent_at FROM accounting_safe_month
     WHERE workspace_id = :workspace ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query list_objects{"accounting.objects_in_safe", R"sql(
    SELECT id, place, month, name, sha256, bytes, etag, sent_at FROM accounting_safe_object
     WHERE workspace_id = :workspace ORDER BY sent_at DESC, id DESC LIMIT :limit
)sql"};

constexpr db::Query list_issued{"accounting.issued_between", R"sql(
    SELECT id FROM accounting_sale
     WHERE workspace_id = :workspace AND day >= :first AND day <= :last
     ORDER BY day, id LIMIT :limit
)sql"};

} // namespace

Safe SafeStore::find()
{
    return tx_.find<Safe>(find_safe, {}).value_or(Safe{});
}

void SafeStore::save(const Safe& safe)
{
    tx_.execute(write_safe, {{"address", safe.address},
                             {"bucket", safe.bucket},
                             {"region", safe.region},
                             {"access_name", safe.access_name},
                             {"sealed_secret", safe.sealed_secret},
                             {"state", safe.state},
                             {"last_error", safe.last_error},
                             {"failed_at", safe.failed_at},
                             {"verified_at", safe.verified_at}});
}

std::vector<std::string> SafeStore::due_months(const std::string& place, base::Date before)
{
    return tx_.values<std::string>(
        list_due, {{"place", place}, {"before", before}, {"limit", months_sent_at_once}});
}

bool SafeStore::has(const std::string& place, const std::string& name)
{
    return tx_.values<std::int64_t>(find_object, {{"place", place}, {"name", name}}).front() > 0;
}

void SafeStore::insert(const SafeObject& object)
{
    tx_.insert(object_table, object);
}

void SafeStore::insert(const SafeMonth& month)
{
    tx_.insert(month_table, month);
}

std::vector<SafeMonth> SafeStore::months()
{
    return tx_.rows<SafeMonth>(list_months, {{"limit", months_sent_shown}});
}

std::vector<SafeObject> SafeStore::objects()
{
    return tx_.rows<SafeObject>(list_objects, {{"limit", objects_listed_max}});
}

std::vector<invoices::InvoiceId> SafeStore::issued(base::Date first, base::Date last)
{
    return tx_.values<invoices::InvoiceId>(
        list_issued, {{"first", first}, {"last", last}, {"limit", papers_of_month_max + 1}});
}

} // namespace accounting
