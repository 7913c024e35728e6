#pragma once

#include "kernel/tenancy/actor.hpp"
#include "modules/pricebook/item.hpp"

namespace pricebook
{

/// Of a workspace.
inline constexpr int versions_max = 200;
/// How far ahead a version may start.
inline constexpr int days_ahead_max = 730;

/// draft → (scheduled →) active → archived. Of the versions that have started, the last one holds.
enum class VersionState { draft, scheduled, active, archived };
BOOST_DESCRIBE_ENUM(VersionState, draft, scheduled, active, archived)

struct Version {
    VersionId id;
    std::int64_t number = 0;             ///< 1, 2, 3… of the workspace, never given twice
    std::optional<base::Date> starts_on; ///< first day it holds, in the workspace's zone; a draft
                                         ///< has none
    std::int64_t copied_from = 0;        ///< number of another; 0 = begun empty
    tenancy::MembershipId made_by;
    base::Instant made_at;
    tenancy::MembershipId decided_by; ///< who said when it starts
    std::optional<base::Instant> decided_at;
    std::int64_t revision = 1; ///< grows with each change of its items, from first_revision()
};
BOOST_DESCRIBE_STRUCT(Version, (),
                      (id, number, starts_on, copied_from, made_by, made_at, decided_by, decided_at,
                       revision))

/// Where the revisions of a draft and of what it copies begin: no page of another draft has seen
/// one of them, whatever was abandoned meanwhile.
inline constexpr std::int64_t revisions_max = 1'000'000; ///< of one draft
constexpr std::int64_t first_revision(std::int64_t number)
{
    return number * revisions_max;
}

/// All versions of a workspace on one day. State follows from the days they start on, so that no
/// job has to come in time at midnight.
class Book
{
  public:
    /// In any order; numbers are distinct.
    Book(std::vector<Version> versions, base::Date today);

    /// The newest first.
    const std::vector<Version>& versions() const { return versions_; }
    base::Date today() const { return today_; }
    /// The one that holds today, or nullptr before the first.
    const Version* active() const;
    /// The draft, or what starts later: the only one that may still change; or nullptr.
    const Version* pending() const;
    /// nullptr when what comes next is already scheduled.
    const Version* draft() const;
    const Version* find(VersionId id) const;
    VersionState state_of(const Version& version) const;

  private:
    std::vector<Version> versions_;
    base::Date today_;
};

} // namespace pricebook
