#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client_import.hpp"

#include <string>
#include <vector>

namespace crm
{

/// Names its import, which the struct of a page does not.
struct ProblemRow {
    ImportId import_id;
    std::int64_t line = 0;
    std::string field;
    std::string reason;
    std::string params;
};
BOOST_DESCRIBE_STRUCT(ProblemRow, (), (import_id, line, field, reason, params))
ProblemRow row_of(ImportId import, const LineProblem& problem);

/// Every statement on crm_import and crm_import_problem, and the look for clients alike.
class ClientImportStore
{
  public:
    explicit ClientImportStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const ClientImport& import);
    std::optional<ClientImport> find(ImportId id);
    std::vector<ClientImport> recent(int limit); ///< newest first
    /// How the file is read; false when it is a draft no more.
    bool save_reading(const ClientImport& import);
    bool launch(ImportId id, base::Instant at);
    /// Holds the row for this transaction; false when another has read on, or it is over.
    bool hold(ImportId id, std::int64_t lines_read);
    void save_progress(const ClientImport& import);
    /// With its problems.
    void remove(ImportId id);

    std::vector<LineProblem> problems(ImportId import, std::int64_t after_line, int limit);

    /// A client who has this address or telephone, or this name at this postal code without another
    /// address; not an archived one.
    std::optional<tenancy::ClientId> alike(const Client& client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
