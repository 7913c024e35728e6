#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/notifications/message.hpp"

#include <string_view>
#include <vector>

namespace notifications
{

/// What waits to be written to whom.
class MessageStore
{
  public:
    explicit MessageStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// One more time when the same is there already.
    void add(const MessageLine& line);
    /// In the order of their last time, at most 20.
    std::vector<MessageLine> lines_of(const Envelope& envelope);
    void forget(const Envelope& envelope);
    void forget(tenancy::MembershipId reader);
    void settle(std::string_view event, const Subject& subject);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace notifications
