#pragma once

#include "modules/crm/crm.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// What modules put on the timeline, crm's own kinds first.
const std::vector<TimelineKind>& timeline_kinds();
/// Exchanges, mails and internal notes.
std::vector<TimelineKind> own_timeline();

/// Where a page of the timeline begins: "1795262400000000.42"; anything else: at its newest end.
TimelineSpan span_from(std::string_view cursor);
std::string cursor_text(base::Instant at, std::int64_t id);

/// An entry with what it is.
struct TimelineLine {
    const TimelineKind* kind = nullptr;
    TimelineEntry entry;
};
struct TimelineFilter {
    std::string kind; ///< code; empty = all
    int year = 0;     ///< in the workspace's zone; 0 = all
};
/// The kinds a member may see, merged, the newest first; `span.limit` at most.
std::vector<TimelineLine> timeline_of(const tenancy::Context& context, const TimelineFilter& filter,
                                      TimelineSpan span);

} // namespace crm
