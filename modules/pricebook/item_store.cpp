#include "modules/pricebook/item_store.hpp"

namespace pricebook
{
namespace
{

constexpr db::Table<Item> item_table{"pricebook_item"};

constexpr db::Query items_of_version{"pricebook.items", R"sql(
    SELECT id, version_id, code, category, category_key, name, search_key, description, unit, kind,
           one_off_price, monthly_price, annual_price, tax, territory, offer, offered_from, offered_until,
           position, revision
      FROM pricebook_item WHERE workspace_id = :workspace AND version_id = :version
     ORDER BY category_key, category, position, search_key, id LIMIT :limit
)sql"};

constexpr db::Query find_item{"pricebook.find_item", R"sql(
    SELECT id, version_id, code, category, category_key, name, search_key, description, unit, kind,
           one_off_price, monthly_price, annual_price, tax, territory, offer, offered_from, offered_until,
           position, revision
      FROM pricebook_item WHERE workspace_id = :workspace AND version_id = :version AND id = :id
)sql"};

constexpr db::Query find_item_code{"pricebook.find_item_code", R"sql(
    SELECT id, version_id, code, category, category_key, name, search_key, description, unit, kind,
           one_off_price, monthly_price, annual_price, tax, territory, offer, offered_from, offered_until,
           position, revision
      FROM pricebook_item WHERE workspace_id = :workspace AND version_id = :version AND code = :code
)sql"};

constexpr db::Query items_for_sale{"pricebook.items_for_sale", R"sql(
    SELECT id, version_id, code, category, category_key, name, search_key, description, unit, kind,
           one_off_price, monthly_price, annual_price, tax, territory, offer, offered_from, offered_until,
           position, revision
      FROM pricebook_item
     WHERE workspace_id = :workspace
       AND version_id = (SELECT id FROM pricebook_version
                          WHERE workspace_id = :workspace AND starts_on <= :today
                          ORDER BY number DESC LIMIT 1)
       AND offer = 'offered'
       AND (offered_from IS NULL OR offered_from <= :today)
       AND (offered_until IS NULL OR offered_until >= :today)
       AND (:every_code OR code = :code)
     ORDER BY category_key, category, position, search_key, id LIMIT :limit
)sql"};

constexpr db::Query items_in_force{"pricebook.items_in_force", R"sql(
    SELECT id, version_id, code, category, category_key, name, search_key, description, unit, kind,
           one_off_price, monthly_price, annual_price, tax, territory, offer, offered_from, offered_until,
           position, revision
      FROM pricebook_item
     WHERE workspace_id = :workspace
       AND version_id = (SELECT id FROM pricebook_version
                          WHERE workspace_id = :workspace AND starts_on <= :today
                          ORDER BY number DESC LIMIT 1)
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query count_items{"pricebook.count_items", R"sql(
    SELECT count(*) FROM pricebook_item WHERE workspace_id = :workspace AND version_id = :version
)sql"};

constexpr db::Query update_item{"pricebook.update_item", R"sql(
    UPDATE pricebook_item
       SET code = :code, category = :category, category_key = :category_key, name = :name,
           search_key = :search_key, description = :description, unit = :unit, kind = :kind,
           one_off_price = :one_off_price, monthly_price = :monthly_price,
           annual_price = :annual_price, tax = :tax, territory = :territory, offer = :offer,
           offered_from = :offered_from, offered_until = :offered_until, position = :position,
           revision = revision + 1
     WHERE workspace_id = :workspace AND version_id = :version AND id = :id
       AND revision = :seen_revision
)sql"};

constexpr db::Query delete_item{"pricebook.delete_item", R"sql(
    DELETE FROM pricebook_item
     WHERE workspace_id = :workspace AND version_id = :version AND id = :id
)sql"};

constexpr db::Query copy_items{"pricebook.copy_items", R"sql(
    INSERT INTO pricebook_item
           (workspace_id, version_id, id, code, category, category_key, name, search_key,
            description, unit, kind, one_off_price, monthly_price, annual_price, tax, territory,
            offer, offered_from, offered_until, position, revision)
    SELECT workspace_id, :to_version, id, code, category, category_key, name, search_key,
           description, unit, kind, one_off_price, monthly_price, annual_price, tax, territory,
           offer, offered_from, offered_until, position, :revision
      FROM pricebook_item WHERE workspace_id = :workspace AND version_id = :version
)sql"};

constexpr db::Query delete_items{"pricebook.delete_items", R"sql(
    DELETE FROM pricebook_item WHERE workspace_id = :workspace AND version_id = :version
)sql"};

/// Whether they are offered or not: a document may have them already.
constexpr db::Query zone_items{"pricebook.items_of_service_zone", R"sql(
    SELECT id FROM pricebook_item
     WHERE workspace_id = :workspace AND territory = 'service_zone'
       AND version_id = (SELECT id FROM pricebook_version
                          WHERE workspace_id = :workspace AND starts_on <= :today
                          ORDER BY number DESC LIMIT 1)
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

std::vector<Item> ItemStore::of_version(VersionId version)
{
    return tx_.rows<Item>(items_of_version, {{"version", version}, {"limit", items_max}});
}

std::optional<Item> ItemStore::find(VersionId version, ItemId id)
{
    return tx_.find<Item>(find_item, {{"version", version}, {"id", id}});
}

std::optional<Item> ItemStore::find_code(VersionId version, std::string_view code)
{
    return tx_.find<Item>(find_item_code, {{"version", version}, {"code", code}});
}

int ItemStore::count(VersionId version)
{
    return static_cast<int>(
        tx_.value<std::int64_t>(count_items, {{"version", version}}).value_or(0));
}

void ItemStore::insert(const Item& item)
{
    tx_.insert(item_table, item);
}

bool ItemStore::update(const Item& item, std::int64_t seen_revision)
{
    return tx_.execute(update_item, {{"id", item.id},
                                     {"version", item.version_id},
                                     {"code", item.code},
                                     {"category", item.category},
                                     {"category_key", item.category_key},
                                     {"name", item.name},
                                     {"search_key", item.search_key},
                                     {"description", item.description},
                                     {"unit", item.unit},
                                     {"kind", item.kind},
                                     {"one_off_price", item.one_off_price},
                                     {"monthly_price", item.monthly_price},
                                     {"annual_price", item.annual_price},
                                     {"tax", item.tax},
                                     {"territory", item.territory},
                                     {"offer", item.offer},
                                     {"offered_from", item.offered_from},
                                     {"offered_until", item.offered_until},
                                     {"position", item.position},
                                     {"seen_revision", seen_revision}}) == 1;
}

void ItemStore::remove(VersionId version, ItemId id)
{
    tx_.execute(delete_item, {{"version", version}, {"id", id}});
}

void ItemStore::copy(VersionId from, const Version& to)
{
    tx_.execute(
        copy_items,
        {{"version", from}, {"to_version", to.id}, {"revision", first_revision(to.number)}});
}

void ItemStore::remove_all(VersionId version)
{
    tx_.execute(delete_items, {{"version", version}});
}

std::vector<Item> ItemStore::for_sale(base::Date day)
{
    return tx_.rows<Item>(
        items_for_sale, {{"today", day}, {"every_code", true}, {"code", ""}, {"limit", items_max}});
}

std::vector<Item> ItemStore::in_force(base::Date day)
{
    return tx_.rows<Item>(items_in_force, {{"today", day}, {"limit", items_max}});
}

std::vector<ItemId> ItemStore::of_service_zone(base::Date day)
{
    return tx_.values<ItemId>(zone_items, {{"today", day}, {"limit", items_max}});
}

std::optional<Item> ItemStore::for_sale(std::string_view code, base::Date day)
{
    return tx_.find<Item>(items_for_sale,
                          {{"today", day}, {"every_code", false}, {"code", code}, {"limit", 1}});
}

} // namespace pricebook
