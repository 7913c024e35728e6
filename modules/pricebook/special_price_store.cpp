#include "modules/pricebook/special_price_store.hpp"

namespace pricebook
{
namespace
{

constexpr db::Table<SpecialPrice> special_table{"pricebook_special"};

constexpr db::Query find_special{"pricebook.find_special", R"sql(
    SELECT id, client_id, group_id, item_id, effect, percent, price, starts_on, ends_on, adds_up,
           reason, made_by, made_at, revision, kept_for
      FROM pricebook_special WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query specials_of_client{"pricebook.specials_of_client", R"sql(
    SELECT id, client_id, group_id, item_id, effect, percent, price, starts_on, ends_on, adds_up,
           reason, made_by, made_at, revision, kept_for
      FROM pricebook_special WHERE workspace_id = :workspace AND client_id = :client
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query specials_of_group{"pricebook.specials_of_group", R"sql(
    SELECT id, client_id, group_id, item_id, effect, percent, price, starts_on, ends_on, adds_up,
           reason, made_by, made_at, revision, kept_for
      FROM pricebook_special WHERE workspace_id = :workspace AND group_id = :group
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query specials_kept_for{"pricebook.specials_kept_for", R"sql(
    SELECT id, client_id, group_id, item_id, effect, percent, price, starts_on, ends_on, adds_up,
           reason, made_by, made_at, revision, kept_for
      FROM pricebook_special WHERE workspace_id = :workspace AND kept_for = :version
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query specials_of_groups_of{"pricebook.specials_of_groups_of", R"sql(
    SELECT s.id, s.client_id, s.group_id, s.item_id, s.effect, s.percent, s.price, s.starts_on,
           s.ends_on, s.adds_up, s.reason, s.made_by, s.made_at, s.revision, s.kept_for
      FROM pricebook_special s
      JOIN pricebook_group_client m ON m.workspace_id = s.workspace_id AND m.group_id = s.group_id
     WHERE s.workspace_id = :workspace AND m.client_id = :client
     ORDER BY s.id LIMIT :limit
)sql"};

constexpr db::Query special_client_rows{"pricebook.special_client_rows", R"sql(
    SELECT s.id, s.client_id AS holder_id, s.item_id, s.effect, s.percent, s.price, s.starts_on,
           s.ends_on, s.reason, s.adds_up, c.name AS holder_name
      FROM pricebook_special s
      JOIN crm_published_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
     WHERE s.workspace_id = :workspace AND s.group_id IS NULL
     ORDER BY c.search_key, c.id, s.id LIMIT :limit
)sql"};

constexpr db::Query special_group_rows{"pricebook.special_group_rows", R"sql(
    SELECT s.id, s.group_id AS holder_id, s.item_id, s.effect, s.percent, s.price, s.starts_on,
           s.ends_on, s.reason, s.adds_up, g.name AS holder_name
      FROM pricebook_special s
      JOIN pricebook_group g ON g.workspace_id = s.workspace_id AND g.id = s.group_id
     WHERE s.workspace_id = :workspace AND (CAST(:group AS BIGINT) = 0 OR s.group_id = :group)
     ORDER BY g.search_key, g.id, s.id LIMIT :limit
)sql"};

constexpr db::Query update_special{"pricebook.update_special", R"sql(
    UPDATE pricebook_special
       SET item_id = :item, effect = :effect, percent = :percent, price = :price,
           starts_on = :starts_on, ends_on = :ends_on, adds_up = :adds_up, reason = :reason,
           kept_for = NULL, revision = revision + 1
     WHERE workspace_id = :workspace AND id = :id AND revision = :seen_revision
)sql"};

constexpr db::Query delete_special{"pricebook.delete_special", R"sql(
    DELETE FROM pricebook_special WHERE workspace_id = :workspace AND id = :id
)sql"};

} // namespace

void SpecialPriceStore::insert(const SpecialPrice& special)
{
    tx_.insert(special_table, special);
}

std::optional<SpecialPrice> SpecialPriceStore::find(SpecialPriceId id)
{
    return tx_.find<SpecialPrice>(find_special, {{"id", id}});
}

bool SpecialPriceStore::update(const SpecialPrice& special, std::int64_t seen_revision)
{
    return tx_.execute(update_special, {{"id", special.id},
                                        {"item", special.item_id},
                                        {"effect", special.effect},
                                        {"percent", special.percent},
                                        {"price", special.price},
                                        {"starts_on", special.starts_on},
                                        {"ends_on", special.ends_on},
                                        {"adds_up", special.adds_up},
                                        {"reason", special.reason},
                                        {"seen_revision", seen_revision}}) == 1;
}

void SpecialPriceStore::remove(SpecialPriceId id)
{
    tx_.execute(delete_special, {{"id", id}});
}

std::vector<SpecialPrice> SpecialPriceStore::of_client(tenancy::ClientId client)
{
    return tx_.rows<SpecialPrice>(specials_of_client,
                                  {{"client", client}, {"limit", special_prices_max}});
}

std::vector<SpecialPrice> SpecialPriceStore::kept_for(VersionId version)
{
    return tx_.rows<SpecialPrice>(specials_kept_for,
                                  {{"version", version}, {"limit", kept_prices_max}});
}

std::vector<SpecialPrice> SpecialPriceStore::of_group(GroupId group)
{
    return tx_.rows<SpecialPrice>(specials_of_group,
                                  {{"group", group}, {"limit", special_prices_max}});
}

std::vector<SpecialPrice> SpecialPriceStore::of_groups_of(tenancy::ClientId client)
{
    return tx_.rows<SpecialPrice>(specials_of_groups_of,
                                  {{"client", client}, {"limit", special_price_rows_max}});
}

std::vector<SpecialPriceRow> SpecialPriceStore::client_rows()
{
    return tx_.rows<SpecialPriceRow>(special_client_rows, {{"limit", special_price_rows_max}});
}

std::vector<SpecialPriceRow> SpecialPriceStore::group_rows()
{
    return rows_of({});
}

std::vector<SpecialPriceRow> SpecialPriceStore::rows_of(GroupId group)
{
    return tx_.rows<SpecialPriceRow>(special_group_rows,
                                     {{"group", group}, {"limit", special_price_rows_max}});
}

} // namespace pricebook
