#pragma once

#include "kernel/guard/call.hpp"
#include "modules/audit/journal.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace audit
{

/// A line in words.
struct Told {
    std::string actor;   ///< « Yann Tanguy », or who it was without a name
    std::string what;    ///< « a changé l’état de T-2026-00042 »
    std::string subject; ///< « T-2026-00042 »
    std::string changes; ///< « État : Nouveau → En cours »
    std::string path;    ///< of the object's page, inside the workspace; empty = none
};

/// Puts lines into words, asking for each object's name once. One transaction.
class JournalReader
{
  public:
    JournalReader(const guard::Call& call, tenancy::WorkspaceTransaction& tx);

    Told tell(const Line& line);
    /// Of the filter: the object's name, or its kind.
    std::string name_of(const std::string& kind, std::int64_t id);

  private:
    using Found = std::optional<std::pair<std::string, std::string>>; ///< name, path

    const Found& find(const std::string& kind, std::int64_t id);
    std::string value_of(const Line& line, const std::string& field, const std::string& value);
    std::string changes_of(const Line& line);

    const guard::Call& call_;
    tenancy::WorkspaceTransaction& tx_;
    std::map<std::pair<std::string, std::int64_t>, Found> known_;
};

} // namespace audit
