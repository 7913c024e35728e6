#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/notifications/digest.hpp"
#include "modules/notifications/origin.hpp"

#include <set>
#include <string_view>
#include <vector>

namespace notifications
{

/// Who wants a digest, and what will be in it.
class DigestStore
{
  public:
    explicit DigestStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::set<tenancy::MembershipId> readers();
    void add_reader(tenancy::MembershipId reader);
    void remove_reader(tenancy::MembershipId reader);

    /// One more time when the same is there already.
    void add(const DigestLine& line);
    /// Newest first, at most `digest_lines_max`.
    std::vector<DigestLine> lines_of(tenancy::MembershipId reader);
    void forget(tenancy::MembershipId reader);
    void forget(tenancy::MembershipId reader, const Subject& subject);
    void settle(std::string_view event, const Subject& subject);
    /// One time less of what was told; `last` is what is left to say of it.
    void take_back(const Told& told, const std::optional<Told>& last);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace notifications
