#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/reply.hpp"

#include <optional>
#include <vector>

namespace tickets
{

class ReplyStore
{
  public:
    explicit ReplyStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const CannedReply& reply);
    /// False when somebody saved another version meanwhile.
    bool update(const CannedReply& reply, std::int64_t seen_version);
    void remove(ReplyId id);
    std::optional<CannedReply> find(ReplyId id);
    /// By title, at most replies_max.
    std::vector<CannedReply> all();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
