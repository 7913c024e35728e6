#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/notifications/origin.hpp"

#include <string_view>
#include <vector>

namespace notifications
{

class OriginStore
{
  public:
    explicit OriginStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Told again, the last time counts.
    void save(const Told& told);
    /// Away with them, to whomever they were told.
    std::vector<Told> take(std::string_view origin_kind, const std::vector<std::int64_t>& origins);
    /// What the same reader was told last of the same event on the same subject, within that time.
    std::optional<Told> last_of(const Told& like, base::Instant from = {},
                                base::Instant until = base::Instant{INT64_MAX});
    /// What this reader was told of the subject since the earliest of his lines about it that is
    /// unread or waits to be written; none without such a line. At most one more than
    /// `origins_checked_max`.
    std::vector<Origin> unread_of(tenancy::MembershipId reader, const Subject& subject);
    /// At most 1 000 at a time; how many.
    std::int64_t purge(base::Instant before);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace notifications
