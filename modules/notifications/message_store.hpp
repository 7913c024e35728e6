#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/notifications/message.hpp"
#include "modules/notifications/origin.hpp"

#include <string_view>
#include <vector>

namespace notifications
{

/// Whether the message about an object was to be written already, when a line was added to it.
enum class Found { nothing, another_line };

/// What waits to be written to whom.
class MessageStore
{
  public:
    explicit MessageStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// One more time when the same is there already. A line older than `grouped_for` is no message
    /// to come: its job failed.
    Found add(const MessageLine& line);
    /// Away with them: in the order of their last time, all those that are there when it ends.
    std::vector<MessageLine> take(const Envelope& envelope);
    void forget(const Envelope& envelope);
    void forget(tenancy::MembershipId reader);
    void settle(std::string_view event, const Subject& subject);
    /// One time less of what was told; `last` is what is left to say of it.
    void take_back(const Told& told, const std::optional<Told>& last);

  private:
    /// The last times of the lines of an object. Who adds and who takes wait for each other here:
    /// what is added joins lines that stay, or finds none.
    std::vector<base::Instant> hold(const Envelope& envelope);

    tenancy::WorkspaceTransaction& tx_;
};

} // namespace notifications
