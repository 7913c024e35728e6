#include "modules/pricebook/special_price_store.hpp"

namespace pricebook
{
namespace
{

constexpr db::Table<SpecialPrice> special_table{"pricebook_special"};

constexpr db::Query find_special{"pricebook.find_special", R"sql(
    SELECT id, client_id, item_id, effect, percent, price, starts_on, ends_on, reason, made_by,
           made_at
      FROM pricebook_special WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query specials_of_client{"pricebook.specials_of_client", R"sql(
    SELECT id, client_id, item_id, effect, percent, price, starts_on, ends_on, reason, made_by,
           made_at
      FROM pricebook_special WHERE workspace_id = :workspace AND client_id = :client
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query special_rows{"pricebook.special_rows", R"sql(
    SELECT s.id, s.client_id, s.item_id, s.effect, s.percent, s.price, s.starts_on, s.ends_on,
           s.reason, c.name AS client_name
      FROM pricebook_special s
      JOIN crm_published_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
     WHERE s.workspace_id = :workspace
     ORDER BY c.search_key, c.id, s.id LIMIT :limit
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

void SpecialPriceStore::remove(SpecialPriceId id)
{
    tx_.execute(delete_special, {{"id", id}});
}

std::vector<SpecialPrice> SpecialPriceStore::of_client(tenancy::ClientId client)
{
    return tx_.rows<SpecialPrice>(specials_of_client,
                                  {{"client", client}, {"limit", special_prices_max}});
}

std::vector<SpecialPriceRow> SpecialPriceStore::rows()
{
    return tx_.rows<SpecialPriceRow>(special_rows, {{"limit", special_price_rows_max}});
}

} // namespace pricebook
