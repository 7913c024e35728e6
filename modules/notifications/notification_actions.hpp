#pragma once

#include "modules/notifications/notification_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace notifications
{

inline constexpr std::size_t told_max = 50; ///< people of one fact

/// Something that happened, and the members it concerns.
struct Fact {
    std::string event;
    Subject subject;
    std::vector<tenancy::MembershipId> people; ///< at most `told_max` are told
    std::string state;
    /// What of the subject it tells, when that may be deleted: a publication of a sheet.
    std::optional<Subject> origin{};
    base::Instant at = base::now();
};
/// A line for each active one who wants it in the application, the actor excepted; one more time on
/// his unread line about the same within ten minutes.
void notify(tenancy::WorkspaceTransaction& tx, const Fact& fact);

/// Throws base::NotFound for a line that is not the actor's.
void mark_read(tenancy::WorkspaceTransaction& tx, NotificationId id);
void mark_unread(tenancy::WorkspaceTransaction& tx, NotificationId id);
/// Those of the actor: every one, or what is about that subject.
void mark_all_read(tenancy::WorkspaceTransaction& tx);
void mark_subject_read(tenancy::WorkspaceTransaction& tx, const Subject& subject);

/// The reason of these lines is gone: read for everybody.
void settle(tenancy::WorkspaceTransaction& tx, std::string_view event, const Subject& subject);

} // namespace notifications
