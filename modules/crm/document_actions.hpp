#pragma once

#include "kernel/files/intake.hpp"
#include "modules/crm/document.hpp"

#include <vector>

namespace crm
{

struct NewDocuments {
    tenancy::ClientId client;
    Audience audience = Audience::internal;
};
/// One document for each file taken; those refused leave nothing. Throws base::NotFound for an
/// unknown client, and base::Refusal "crm.document.refusal.full" beyond documents_max.
std::vector<DocumentId> add_documents(tenancy::WorkspaceTransaction& tx, const NewDocuments& added,
                                      const files::Intake& intake);
/// From now on only that audience reads it; base::NotFound for one that is not the client’s.
void show_document_to(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client, DocumentId id,
                      Audience audience);
/// By who added it or "clients.manage"; its file goes too.
void remove_document(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client, DocumentId id);
/// Those of a client who is forgotten, with their files.
void forget_documents(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client);

/// A document as its reader finds it; the file of a document that is being judged or was refused
/// says so.
struct FiledDocument {
    Document document;
    files::File file;
};
/// Of the client, newest first; for the team.
std::vector<FiledDocument> documents_of(tenancy::WorkspaceTransaction& tx,
                                        tenancy::ClientId client);
/// Whether the actor is of a client whose documents he reads: one who acts for a part of his
/// client’s affairs only does not.
bool reads_documents(tenancy::WorkspaceTransaction& tx);
/// What was shared with the client of the actor, newest first; base::NotFound when he reads none.
std::vector<FiledDocument> my_documents(tenancy::WorkspaceTransaction& tx);

/// Guardian of document_files.
void guard_document(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace crm
