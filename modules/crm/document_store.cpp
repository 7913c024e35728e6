#include "modules/crm/document_store.hpp"

#include "kernel/files/files.hpp"

namespace crm
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;

constexpr db::Table<Document> table{"crm_document"};

constexpr db::Query find_one{"crm.find_document", R"sql(
    SELECT id, client_id, audience, added_by, added_at
      FROM crm_document
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list{"crm.documents", R"sql(
    SELECT id, client_id, audience, added_by, added_at
      FROM crm_document
     WHERE workspace_id = :workspace AND client_id = :client
     ORDER BY id DESC
     LIMIT :limit
)sql"};

constexpr db::Query list_shared{"crm.shared_documents", R"sql(
    SELECT id, client_id, audience, added_by, added_at
      FROM crm_document
     WHERE workspace_id = :workspace AND client_id = :client AND audience = 'shared'
     ORDER BY id DESC
     LIMIT :limit
)sql"};

constexpr db::Query save_audience{"crm.save_document_audience", R"sql(
    UPDATE crm_document SET audience = :audience WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_one{"crm.delete_document", R"sql(
    DELETE FROM crm_document WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_all{"crm.delete_documents", R"sql(
    DELETE FROM crm_document WHERE workspace_id = :workspace AND client_id = :client
)sql"};

constexpr db::Query move_all{"crm.move_documents", R"sql(
    UPDATE crm_document SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_one{"crm.return_document", R"sql(
    UPDATE crm_document SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

void hand_over(WorkspaceTransaction& tx, std::int64_t document, ClientId from, ClientId into)
{
    files::hand_over(tx, {.kind = document_files, .id = from.value, .part = document},
                     {.kind = document_files, .id = into.value, .part = document});
}

ClientRows::Ids move_documents(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    auto moved = tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
    for (const auto document : moved)
        hand_over(tx, document, from, into);
    return moved;
}

void return_documents(WorkspaceTransaction& tx, const ClientRows::Ids& rows, ClientId from,
                      ClientId into)
{
    for (const auto row : rows)
        if (tx.execute(return_one, {{"row", row}, {"from", from}, {"into", into}}) == 1)
            hand_over(tx, row, into, from);
}

} // namespace

void DocumentStore::insert(const Document& document)
{
    tx_.insert(table, document);
}

std::optional<Document> DocumentStore::find(DocumentId id)
{
    return tx_.find<Document>(find_one, {{"id", id}});
}

std::vector<Document> DocumentStore::of_client(ClientId client)
{
    return tx_.rows<Document>(
        list, {{"client", client}, {"limit", static_cast<std::int64_t>(documents_max)}});
}

std::vector<Document> DocumentStore::shared_with(ClientId client)
{
    return tx_.rows<Document>(
        list_shared, {{"client", client}, {"limit", static_cast<std::int64_t>(documents_max)}});
}

void DocumentStore::set_audience(DocumentId id, Audience audience)
{
    tx_.execute(save_audience, {{"id", id}, {"audience", audience}});
}

void DocumentStore::remove(DocumentId id)
{
    tx_.execute(delete_one, {{"id", id}});
}

void DocumentStore::remove_of(ClientId client)
{
    tx_.execute(delete_all, {{"client", client}});
}

ClientRows document_rows()
{
    return {"crm_document", move_documents, return_documents};
}

} // namespace crm
