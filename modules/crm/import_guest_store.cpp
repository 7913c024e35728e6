#include "modules/crm/import_guest_store.hpp"

namespace crm
{
namespace
{

constexpr db::Query hold_import{"crm.hold_import_guests", R"sql(
    UPDATE crm_import SET invites = invites WHERE workspace_id = :workspace AND id = :import
)sql"};

constexpr db::Query waiting_guests{"crm.waiting_guests", R"sql(
    SELECT id, import_id, client_id, state FROM crm_import_guest
     WHERE workspace_id = :workspace AND import_id = :import AND state = 'waiting'
     ORDER BY id
     LIMIT :limit
)sql"};

constexpr db::Query settle_guest{"crm.settle_guest", R"sql(
    UPDATE crm_import_guest SET state = :state WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query count_guests{"crm.count_guests", R"sql(
    SELECT count(*) FROM crm_import_guest
     WHERE workspace_id = :workspace AND import_id = :import AND state = :state
)sql"};

constexpr db::Query skipped_guests{"crm.skipped_guests", R"sql(
    SELECT g.client_id, c.name, g.state
      FROM crm_import_guest g
      JOIN crm_client c ON c.workspace_id = g.workspace_id AND c.id = g.client_id
     WHERE g.workspace_id = :workspace AND g.import_id = :import
       AND g.state NOT IN ('waiting', 'invited')
     ORDER BY g.id
     LIMIT :limit
)sql"};

} // namespace

void ImportGuestStore::hold(ImportId import)
{
    tx_.execute(hold_import, {{"import", import}});
}

std::vector<Guest> ImportGuestStore::waiting(ImportId import, int limit)
{
    return tx_.rows<Guest>(waiting_guests, {{"import", import}, {"limit", limit}});
}

void ImportGuestStore::settle(GuestId guest, GuestState state)
{
    tx_.execute(settle_guest, {{"id", guest}, {"state", state}});
}

std::int64_t ImportGuestStore::count(ImportId import, GuestState state)
{
    return tx_.value<std::int64_t>(count_guests, {{"import", import}, {"state", state}})
        .value_or(0);
}

std::vector<SkippedGuest> ImportGuestStore::skipped(ImportId import, int limit)
{
    return tx_.rows<SkippedGuest>(skipped_guests, {{"import", import}, {"limit", limit}});
}

} // namespace crm
