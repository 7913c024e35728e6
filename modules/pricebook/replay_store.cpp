#include "modules/pricebook/replay_store.hpp"

#include "modules/pricebook/item_store.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

using tenancy::WorkspaceTransaction;

struct Place {
    GroupId group_id;
    tenancy::ClientId client_id;
};
BOOST_DESCRIBE_STRUCT(Place, (), (group_id, client_id))

constexpr db::Query every_special{"pricebook.every_special", R"sql(
    SELECT id, client_id, group_id, item_id, effect, percent, price, starts_on, ends_on, adds_up,
           reason, made_by, made_at, revision, kept_for
      FROM pricebook_special WHERE workspace_id = :workspace ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query every_place{"pricebook.every_group_place", R"sql(
    SELECT group_id, client_id FROM pricebook_group_client
     WHERE workspace_id = :workspace ORDER BY id LIMIT :limit
)sql"};

/// Nobody paid it before it was written, whatever days it names.
SpecialPrice as_written(SpecialPrice special, const std::string& zone)
{
    special.starts_on = std::max(special.starts_on, base::date_in(special.made_at, zone));
    return special;
}

} // namespace

ReplayedPrices replayed_prices(WorkspaceTransaction& tx, VersionId version)
{
    ReplayedPrices prices;
    for (auto& item : ItemStore{tx}.of_version(version))
        prices.items.emplace(item.id, std::move(item));
    std::map<GroupId, std::vector<SpecialPrice>> of_groups;
    for (auto& read : tx.rows<SpecialPrice>(every_special, {{"limit", replayed_specials_max}})) {
        const auto special = as_written(std::move(read), tx.workspace().time_zone);
        if (special.group_id)
            of_groups[*special.group_id].push_back(special);
        else
            prices.specials[special.client_id].push_back(special);
    }
    for (const auto& place : tx.rows<Place>(every_place, {{"limit", replayed_places_max}}))
        if (const auto found = of_groups.find(place.group_id); found != of_groups.end())
            std::ranges::copy(found->second, std::back_inserter(prices.specials[place.client_id]));
    return prices;
}

} // namespace pricebook
