#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/notifications/origin.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace notifications
{

enum class View { all, unread };
BOOST_DESCRIBE_ENUM(View, all, unread)

/// What a page of the list shows: newest first, after the cursor.
struct Filter {
    View view = View::all;
    std::string event; ///< empty = any
    base::Instant before{INT64_MAX};
    NotificationId before_id{INT64_MAX};
};

/// Every statement on notifications. Those of `page`, `find`, `unread` and `mark` are about the
/// actor's own lines.
class NotificationStore
{
  public:
    explicit NotificationStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Notification& notification);
    /// Whose unread line of this event on this subject began after `since`.
    std::set<tenancy::MembershipId> with_open_line(const Notification& like, base::Instant since);
    /// One more time on those lines of that reader.
    void repeat(const Notification& like, base::Instant since);

    /// At most `page_rows` + 1.
    std::vector<Notification> page(const Filter& filter);
    std::optional<Notification> find(NotificationId id);
    /// The subjects of unread lines, one entry a line, at most `counter_max`.
    std::vector<Subject> unread();

    void mark(NotificationId id, std::optional<base::Instant> read_at);
    void mark_all(base::Instant read_at);
    /// False when nothing about it was unread.
    bool mark_about(const Subject& subject, base::Instant read_at);

    /// What had to be done is done: read for every reader; whose unread lines they were.
    std::set<tenancy::MembershipId> settle(std::string_view event, const Subject& subject,
                                           base::Instant read_at);

    /// The line of that reader in which it is counted.
    std::optional<Notification> line_telling(const Told& told);
    /// One time less on it; `last` is what is left to say.
    void take_back(const Notification& line, const std::optional<Told>& last);

    /// At most 1 000 at a time; how many.
    std::int64_t purge(base::Instant before);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace notifications
