#include "modules/sendings/sending_store.hpp"

#include "kernel/forms/field_types.hpp"

namespace sendings
{
namespace
{

constexpr db::Query insert_sending{"sendings.begin", R"sql(
    INSERT INTO sendings_sending (workspace_id, id, asked_by, asked_at)
    VALUES (:workspace, :id, :asked_by, :asked_at)
)sql"};

constexpr db::Query insert_item{"sendings.add_item", R"sql(
    INSERT INTO sendings_item (workspace_id, sending_id, invoice_id, position, seen_version, state,
                               number, problem, path)
    VALUES (:workspace, :sending, :invoice, :position, :seen_version, 'waiting', '', '', '')
    ON CONFLICT DO NOTHING
)sql"};

constexpr db::Query find_sending{"sendings.find", R"sql(
    SELECT id, asked_by, asked_at FROM sendings_sending WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_waiting{"sendings.waiting_in", R"sql(
    SELECT sending_id FROM sendings_item
     WHERE workspace_id = :workspace AND invoice_id = :invoice AND state = 'waiting'
)sql"};

constexpr db::Query items_of{"sendings.items", R"sql(
    SELECT s.sending_id, s.invoice_id, s.position, s.seen_version, s.state, s.number, s.problem,
           s.path, COALESCE(i.title, '') AS title
      FROM sendings_item s
      LEFT JOIN invoices_published_title i
             ON i.workspace_id = s.workspace_id AND i.id = s.invoice_id
     WHERE s.workspace_id = :workspace AND s.sending_id = :sending
     ORDER BY s.position LIMIT :limit
)sql"};

constexpr db::Query next_item{"sendings.next", R"sql(
    SELECT s.sending_id, s.invoice_id, s.position, s.seen_version, s.state, s.number, s.problem,
           s.path, COALESCE(i.title, '') AS title
      FROM sendings_item s
      LEFT JOIN invoices_published_title i
             ON i.workspace_id = s.workspace_id AND i.id = s.invoice_id
     WHERE s.workspace_id = :workspace AND s.sending_id = :sending AND s.state = 'waiting'
     ORDER BY s.position LIMIT 1
)sql"};

constexpr db::Query settle_item{"sendings.settle", R"sql(
    UPDATE sendings_item
       SET state = :state, number = :number, problem = :problem, path = :path
     WHERE workspace_id = :workspace AND sending_id = :sending AND invoice_id = :invoice
       AND state = 'waiting'
)sql"};

constexpr db::Query active_client{"sendings.active_client", R"sql(
    SELECT id FROM crm_published_client
     WHERE workspace_id = :workspace AND id = :client AND status = 'active'
)sql"};

} // namespace

void SendingStore::insert(const Sending& sending)
{
    tx_.execute(
        insert_sending,
        {{"id", sending.id}, {"asked_by", sending.asked_by}, {"asked_at", sending.asked_at}});
}

bool SendingStore::insert(const Item& item)
{
    return tx_.execute(insert_item, {{"sending", item.sending_id},
                                     {"invoice", item.invoice_id},
                                     {"position", item.position},
                                     {"seen_version", item.seen_version}}) == 1;
}

std::optional<Sending> SendingStore::find(SendingId id)
{
    return tx_.find<Sending>(find_sending, {{"id", id}});
}

std::optional<SendingId> SendingStore::waiting_in(invoices::InvoiceId invoice)
{
    return tx_.value<SendingId>(find_waiting, {{"invoice", invoice}});
}

std::vector<Item> SendingStore::items(SendingId id)
{
    return tx_.rows<Item>(items_of, {{"sending", id}, {"limit", sending_invoices_max}});
}

std::optional<Item> SendingStore::next(SendingId id)
{
    return tx_.find<Item>(next_item, {{"sending", id}});
}

bool SendingStore::settle(const Item& item)
{
    return tx_.execute(settle_item, {{"sending", item.sending_id},
                                     {"invoice", item.invoice_id},
                                     {"state", item.state},
                                     {"number", item.number},
                                     {"problem", item.problem},
                                     {"path", item.path}}) == 1;
}

bool SendingStore::is_active(tenancy::ClientId client)
{
    return !tx_.values<tenancy::ClientId>(active_client, {{"client", client}}).empty();
}

} // namespace sendings
