#include "modules/crm/client_layout_store.hpp"

namespace crm
{
namespace
{

constexpr db::Query find_layout{"crm.layout", R"sql(
    SELECT layout FROM crm_layout
     WHERE workspace_id = :workspace AND membership_id = :reader
)sql"};

constexpr db::Query choose_layout{"crm.choose_layout", R"sql(
    INSERT INTO crm_layout (workspace_id, membership_id, layout)
    VALUES (:workspace, :reader, :layout)
    ON CONFLICT (workspace_id, membership_id) DO UPDATE SET layout = excluded.layout
)sql"};

} // namespace

ClientLayout ClientLayoutStore::layout()
{
    return tx_.value<ClientLayout>(find_layout, {{"reader", tx_.actor().membership}})
        .value_or(ClientLayout::table);
}

void ClientLayoutStore::choose(ClientLayout layout)
{
    tx_.execute(choose_layout, {{"reader", tx_.actor().membership}, {"layout", layout}});
}

} // namespace crm
