#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client_merge.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// A merge as the page of the kept client shows it.
struct MergeLine {
    MergeId id;
    std::string merged_name;
    base::Instant merged_at;
};
BOOST_DESCRIBE_STRUCT(MergeLine, (), (id, merged_name, merged_at))

/// Every statement on crm_merge and its two lists, and the moves of crm's own rows.
class ClientMergeStore
{
  public:
    explicit ClientMergeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const ClientMerge& merge);
    std::optional<ClientMerge> find(MergeId id);
    /// The record that a merged one leads to.
    std::optional<tenancy::ClientId> kept_of(tenancy::ClientId merged);
    /// Not undone, since `after`, newest first.
    std::vector<MergeLine> merges_into(tenancy::ClientId kept, base::Instant after);
    /// False when somebody else undid it.
    bool mark_undone(MergeId id);
    /// False when somebody saved another version meanwhile.
    bool set_status(tenancy::ClientId id, ClientStatus status, std::int64_t seen_version);

    void insert_row(MergeId merge, std::string_view table, std::int64_t row);
    std::vector<std::int64_t> rows(MergeId merge, std::string_view table);
    void insert_field(MergeId merge, const MergedField& field);
    std::vector<MergedField> fields(MergeId merge);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
