#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/document.hpp"

#include <optional>
#include <vector>

namespace crm
{

/// Every statement on crm_document.
class DocumentStore
{
  public:
    explicit DocumentStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Document& document);
    std::optional<Document> find(DocumentId id);
    /// Newest first, at most documents_max.
    std::vector<Document> of_client(tenancy::ClientId client);
    std::vector<Document> shared_with(tenancy::ClientId client);
    void set_audience(DocumentId id, Audience audience);
    void remove(DocumentId id);
    void remove_of(tenancy::ClientId client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

/// Documents follow their client when two records are made one, and their files with them.
ClientRows document_rows();

} // namespace crm
