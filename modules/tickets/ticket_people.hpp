#pragma once

#include "kernel/auth/auth.hpp"
#include "modules/tickets/thread_views.hpp"

#include <optional>
#include <set>
#include <vector>

namespace tickets
{

/// The names a page needs: first all are wanted, then they are read at once.
class People
{
  public:
    explicit People(Reading& reading) : reading_(reading) {}

    void want(const std::optional<tenancy::MembershipId>& id);
    void want(const TimelineEvent& event);
    /// Reads those that were wanted and are not known yet.
    void learn(tenancy::WorkspaceTransaction& tx);

  private:
    Reading& reading_;
    std::set<tenancy::MembershipId> wanted_;
};

/// The reader, the moment and the words of a page of `context`.
Reading reading_of(const tenancy::Context& context);

/// Active members of the team, by name.
std::vector<auth::MemberName> active_staff(tenancy::WorkspaceTransaction& tx);

} // namespace tickets
