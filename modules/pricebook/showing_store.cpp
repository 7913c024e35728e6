#include "modules/pricebook/showing_store.hpp"

namespace pricebook
{
namespace
{

constexpr db::Query find_choice{"pricebook.showing", R"sql(
    SELECT are_shown FROM pricebook_showing WHERE workspace_id = :workspace
)sql"};

constexpr db::Query save_choice{"pricebook.save_showing", R"sql(
    INSERT INTO pricebook_showing (workspace_id, are_shown) VALUES (:workspace, :are_shown)
    ON CONFLICT (workspace_id) DO UPDATE SET are_shown = excluded.are_shown
)sql"};

} // namespace

Showing ShowingStore::find()
{
    return tx_.value<bool>(find_choice, {}).value_or(false) ? Showing::shown : Showing::hidden;
}

void ShowingStore::save(Showing showing)
{
    tx_.execute(save_choice, {{"are_shown", showing == Showing::shown}});
}

} // namespace pricebook
