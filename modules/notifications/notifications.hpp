#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kernel
{
class Module;
}

/// Front door of notifications: who is told of what, in the application and by mail.
///
/// Modules publish facts with the people they concern; this one listens, and answers
/// mail::willing. A line holds kinds and ids only: what it says is asked of the subject's module
/// with the reader's rights, each time it is shown.
namespace notifications
{

void describe(kernel::Module& module);

/// Something that happened before today: demonstrations and imports.
struct PastFact {
    std::string event; ///< a code of the preset's list
    std::string subject_kind;
    std::int64_t subject_id = 0;
    std::vector<tenancy::MembershipId> people; ///< `actor` is not told
    tenancy::MembershipId actor;
    std::string state; ///< label of a new state; may be empty
    base::Instant at;
};
/// An unread line dated `at` for each who wants it in the application.
void add_past(tenancy::WorkspaceTransaction& tx, const PastFact& fact);

/// Deletes lines older than 90 days, at most 1 000 at a time; how many.
std::int64_t forget_old(tenancy::WorkspaceTransaction& tx);

} // namespace notifications
