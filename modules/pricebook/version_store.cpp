#include "modules/pricebook/version_store.hpp"

namespace pricebook
{
namespace
{

constexpr std::int64_t only_book = 1;

constexpr db::Table<Version> version_table{"pricebook_version"};

constexpr db::Query lock_book{"pricebook.lock", R"sql(
    INSERT INTO pricebook_book (workspace_id, id, last_number) VALUES (:workspace, :id, 0)
    ON CONFLICT (workspace_id, id) DO UPDATE SET last_number = pricebook_book.last_number
)sql"};

constexpr db::Query count_number{"pricebook.count_number", R"sql(
    UPDATE pricebook_book SET last_number = last_number + 1
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query last_number{"pricebook.last_number", R"sql(
    SELECT last_number FROM pricebook_book WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query every_version{"pricebook.versions", R"sql(
    SELECT id, number, starts_on, copied_from, made_by, made_at, decided_by, decided_at, revision
      FROM pricebook_version WHERE workspace_id = :workspace ORDER BY number DESC LIMIT :limit
)sql"};

constexpr db::Query set_version_start{"pricebook.set_start", R"sql(
    UPDATE pricebook_version
       SET starts_on = :starts_on, decided_by = :decided_by, decided_at = :decided_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query count_version_change{"pricebook.count_change", R"sql(
    UPDATE pricebook_version SET revision = revision + 1
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_version{"pricebook.delete_version", R"sql(
    DELETE FROM pricebook_version WHERE workspace_id = :workspace AND id = :id
)sql"};

} // namespace

void VersionStore::lock()
{
    tx_.execute(lock_book, {{"id", only_book}});
}

std::int64_t VersionStore::take_number()
{
    tx_.execute(count_number, {{"id", only_book}});
    return tx_.value<std::int64_t>(last_number, {{"id", only_book}}).value();
}

Book VersionStore::book()
{
    return {tx_.rows<Version>(every_version, {{"limit", versions_max}}),
            base::date_in(base::now(), tx_.workspace().time_zone)};
}

void VersionStore::insert(const Version& version)
{
    tx_.insert(version_table, version);
}

void VersionStore::set_start(VersionId id, std::optional<base::Date> starts_on)
{
    const auto decided_at = starts_on ? std::optional{base::now()} : std::nullopt;
    tx_.execute(set_version_start, {{"id", id},
                                    {"starts_on", starts_on},
                                    {"decided_by", tx_.actor().membership},
                                    {"decided_at", decided_at}});
}

void VersionStore::count_change(VersionId id)
{
    tx_.execute(count_version_change, {{"id", id}});
}

void VersionStore::remove(VersionId id)
{
    tx_.execute(delete_version, {{"id", id}});
}

} // namespace pricebook
