#include "modules/payments/mandate_store.hpp"

namespace payments
{
namespace
{

constexpr db::Query insert_one{"payments.insert_mandate", R"sql(
    INSERT INTO payments_mandate (workspace_id, id, provider, reference, client_id, state,
                                  signed_at)
    VALUES (:workspace, :id, :provider, :reference, :client, 'active', :signed_at)
    ON CONFLICT (workspace_id, provider, reference) DO NOTHING
)sql"};

constexpr db::Query end_one{"payments.end_mandate", R"sql(
    UPDATE payments_mandate SET state = 'ended'
     WHERE workspace_id = :workspace AND provider = :provider AND reference = :reference
)sql"};

constexpr db::Query end_of_client{"payments.end_mandates", R"sql(
    UPDATE payments_mandate SET state = 'ended'
     WHERE workspace_id = :workspace AND client_id = :client
)sql"};

constexpr db::Query find_active{"payments.active_mandate", R"sql(
    SELECT provider, reference, client_id, state, signed_at FROM payments_mandate
     WHERE workspace_id = :workspace AND client_id = :client AND provider = :provider
       AND state = 'active'
     ORDER BY signed_at DESC, reference LIMIT 1
)sql"};

constexpr db::Query clients_with_one{"payments.clients_with_mandate", R"sql(
    SELECT DISTINCT client_id FROM payments_mandate
     WHERE workspace_id = :workspace AND state = 'active' AND client_id > :after
     ORDER BY client_id LIMIT :limit
)sql"};

constexpr db::Query move_rows{"payments.move_mandates", R"sql(
    UPDATE payments_mandate SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query move_row_back{"payments.move_mandate_back", R"sql(
    UPDATE payments_mandate SET client_id = :from
     WHERE workspace_id = :workspace AND client_id = :into AND id = :id
)sql"};

using Ids = crm::ClientRows::Ids;

Ids move(tenancy::WorkspaceTransaction& tx, tenancy::ClientId from, tenancy::ClientId into)
{
    return tx.values<std::int64_t>(move_rows, {{"from", from}, {"into", into}});
}

void move_back(tenancy::WorkspaceTransaction& tx, const Ids& rows, tenancy::ClientId from,
               tenancy::ClientId into)
{
    for (const auto id : rows)
        tx.execute(move_row_back, {{"id", id}, {"from", from}, {"into", into}});
}

} // namespace

crm::ClientRows mandate_rows()
{
    return {.table = "payments_mandate", .move = move, .move_back = move_back};
}

void MandateStore::add(const Mandate& mandate)
{
    tx_.execute(insert_one, {{"id", tx_.make_id<base::Id<struct MandateTag>>()},
                             {"provider", mandate.provider},
                             {"reference", mandate.reference},
                             {"client", mandate.client_id},
                             {"signed_at", mandate.signed_at}});
}

void MandateStore::end(std::string_view provider, std::string_view reference)
{
    tx_.execute(end_one, {{"provider", provider}, {"reference", reference}});
}

void MandateStore::end_all_of(tenancy::ClientId client)
{
    tx_.execute(end_of_client, {{"client", client}});
}

std::optional<Mandate> MandateStore::active(tenancy::ClientId client, std::string_view provider)
{
    return tx_.find<Mandate>(find_active, {{"client", client}, {"provider", provider}});
}

std::vector<tenancy::ClientId> MandateStore::clients(tenancy::ClientId after, int limit)
{
    return tx_.values<tenancy::ClientId>(clients_with_one, {{"after", after}, {"limit", limit}});
}

} // namespace payments
