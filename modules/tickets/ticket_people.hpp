#pragma once

#include "kernel/auth/auth.hpp"
#include "modules/tickets/thread_views.hpp"

#include <optional>
#include <vector>

namespace tickets
{

/// Reads the names a page needs, once each.
class People
{
  public:
    People(tenancy::WorkspaceTransaction& tx, Reading& reading) : tx_(tx), reading_(reading) {}

    void learn(const std::optional<tenancy::MembershipId>& id);
    void learn(const TimelineEvent& event);

  private:
    tenancy::WorkspaceTransaction& tx_;
    Reading& reading_;
};

/// The reader, the moment and the words of a page of `context`.
Reading reading_of(const tenancy::Context& context);

/// Active members of the team, by name.
std::vector<auth::MemberName> active_staff(tenancy::WorkspaceTransaction& tx);

} // namespace tickets
