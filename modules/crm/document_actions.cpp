#include "modules/crm/document_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/document_store.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;

void tell(WorkspaceTransaction& tx, ClientId client, std::string_view action, audit::Change change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "client",
                       .subject = client.value,
                       .changes = {std::move(change)}});
    events::touch(tx, "client:" + client.text());
}

Document of_client(WorkspaceTransaction& tx, ClientId client, DocumentId id)
{
    const auto found = DocumentStore{tx}.find(id);
    if (!found || found->client_id != client) throw base::NotFound{};
    return *found;
}

std::vector<files::File> files_in(WorkspaceTransaction& tx, const Document& document)
{
    auto found = files::files_of(tx, document_files, document.client_id.value);
    std::erase_if(found,
                  [&](const files::File& file) { return file.part_id != document.id.value; });
    return found;
}

std::string name_of(WorkspaceTransaction& tx, const Document& document)
{
    const auto files = files_in(tx, document);
    return files.empty() ? std::string{} : files.front().name;
}

/// Each with its file; one without, which nothing leaves behind, is not shown.
std::vector<FiledDocument> with_files(WorkspaceTransaction& tx, ClientId client,
                                      const std::vector<Document>& documents)
{
    std::vector<FiledDocument> filed;
    if (documents.empty()) return filed;
    const auto files = files::files_of(tx, document_files, client.value);
    for (const auto& document : documents) {
        const auto file = std::ranges::find(files, document.id.value, &files::File::part_id);
        if (file != files.end()) filed.push_back({document, *file});
    }
    return filed;
}

void add_one(WorkspaceTransaction& tx, const Document& document, const files::Taken& taken)
{
    DocumentStore{tx}.insert(document);
    files::attach(
        tx, {.kind = document_files, .id = document.client_id.value, .part = document.id.value},
        {.taken = {taken}, .refused = {}});
    tell(tx, document.client_id,
         document.audience == Audience::shared ? "crm.document_shared" : "crm.document_added",
         {"document", "", taken.name});
}

} // namespace

std::vector<DocumentId> add_documents(WorkspaceTransaction& tx, const NewDocuments& added,
                                      const files::Intake& intake)
{
    if (!ClientStore{tx}.find(added.client)) throw base::NotFound{};
    const auto there = DocumentStore{tx}.of_client(added.client).size();
    base::refuse_unless(there + intake.taken.size() <= documents_max, "crm.document.refusal.full",
                        {{"most", std::to_string(documents_max)}});
    std::vector<DocumentId> ids;
    for (const auto& taken : intake.taken) {
        const Document document{.id = tx.make_id<DocumentId>(),
                                .client_id = added.client,
                                .audience = added.audience,
                                .added_by = tx.actor().membership,
                                .added_at = base::now()};
        add_one(tx, document, taken);
        ids.push_back(document.id);
    }
    return ids;
}

void show_document_to(WorkspaceTransaction& tx, ClientId client, DocumentId id, Audience audience)
{
    const auto document = of_client(tx, client, id);
    if (document.audience == audience) return;
    DocumentStore{tx}.set_audience(id, audience);
    const bool is_shared = audience == Audience::shared;
    const auto name = name_of(tx, document);
    tell(tx, client, is_shared ? "crm.document_shared" : "crm.document_withdrawn",
         {"document", is_shared ? "" : name, is_shared ? name : ""});
}

void remove_document(WorkspaceTransaction& tx, ClientId client, DocumentId id)
{
    const auto document = of_client(tx, client, id);
    const auto& actor = tx.actor();
    if (document.added_by != actor.membership && !actor.may("clients.manage"))
        throw base::Forbidden{"clients.manage"};
    const auto name = name_of(tx, document);
    for (const auto& file : files_in(tx, document))
        files::remove(tx, file);
    DocumentStore{tx}.remove(id);
    tell(tx, client, "crm.document_removed", {"document", name, ""});
}

void forget_documents(WorkspaceTransaction& tx, ClientId client)
{
    for (auto some = files::files_of(tx, document_files, client.value); !some.empty();
         some = files::files_of(tx, document_files, client.value))
        for (const auto& file : some)
            files::remove(tx, file);
    DocumentStore{tx}.remove_of(client);
}

std::vector<FiledDocument> documents_of(WorkspaceTransaction& tx, ClientId client)
{
    return with_files(tx, client, DocumentStore{tx}.of_client(client));
}

bool reads_documents(WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    return actor.client && !is_limited(tx, actor.membership);
}

std::vector<FiledDocument> my_documents(WorkspaceTransaction& tx)
{
    if (!reads_documents(tx)) throw base::NotFound{};
    const auto client = tx.actor().client;
    auto mine = with_files(tx, client, DocumentStore{tx}.shared_with(client));
    std::erase_if(mine,
                  [](const FiledDocument& one) { return one.file.state != files::State::ready; });
    return mine;
}

std::vector<std::int64_t> documents_shared_with(WorkspaceTransaction& tx,
                                                tenancy::MembershipId member)
{
    std::vector<std::int64_t> ids;
    const auto account = auth::member(tx, member);
    const bool is_in = account && account->status == auth::MembershipStatus::active;
    if (!is_in || !account->client || is_limited(tx, member)) return ids;
    const auto shared = DocumentStore{tx}.shared_with(account->client);
    for (const auto& one : with_files(tx, account->client, shared))
        if (one.file.state == files::State::ready) ids.push_back(one.document.id.value);
    return ids;
}

void guard_document(WorkspaceTransaction& tx, const files::File& file)
{
    const auto document = DocumentStore{tx}.find(DocumentId{file.part_id});
    if (!document) throw base::NotFound{};
    const auto& actor = tx.actor();
    if (actor.side == tenancy::Side::staff) {
        if (!actor.may("clients.view")) throw base::Forbidden{"clients.view"};
        return;
    }
    const bool is_his = document->audience == Audience::shared && reads_documents(tx) &&
                        document->client_id == actor.client;
    if (!is_his) throw base::NotFound{};
}

} // namespace crm
