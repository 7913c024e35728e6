#include "modules/notifications/progress_listeners.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/auth/roles.hpp"
#include "modules/notifications/message_actions.hpp"
#include "modules/notifications/origin_actions.hpp"
#include "modules/notifications/origin_store.hpp"

#include <algorithm>
#include <set>

namespace notifications
{
namespace
{

using tenancy::MembershipId;
using tenancy::WorkspaceTransaction;

constexpr const char* post_kind = "progress_post";
constexpr const char* comment_kind = "progress_comment";

Subject subject_of(progress::SheetId sheet)
{
    return {.kind = "progress_sheet", .id = sheet.value};
}

std::vector<MembershipId> people_of(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    std::vector<MembershipId> people;
    for (const auto& account : auth::accounts_of_client(tx, client))
        if (account.status == auth::MembershipStatus::active) people.push_back(account.id);
    return people;
}

std::vector<MembershipId> administrators(WorkspaceTransaction& tx)
{
    const auto role = auth::top_role(presets::find(tx.workspace().preset));
    std::vector<MembershipId> people;
    for (const auto& member : auth::active_staff(tx))
        if (member.role == role) people.push_back(member.id);
    return people;
}

std::vector<MembershipId> who_answers(WorkspaceTransaction& tx, MembershipId author)
{
    const auto member = auth::member(tx, author);
    const bool is_there = member && member->status == auth::MembershipStatus::active;
    return is_there ? std::vector{author} : administrators(tx);
}

std::vector<std::int64_t> values_of(const std::vector<progress::CommentId>& comments)
{
    std::vector<std::int64_t> values;
    values.reserve(comments.size());
    for (const auto id : comments)
        values.push_back(id.value);
    return values;
}

bool are_on_page(const std::vector<Origin>& told, const progress::SheetSeen& page)
{
    std::set<std::int64_t> comments;
    for (const auto id : page.comments)
        comments.insert(id.value);
    return std::ranges::all_of(told, [&](const Origin& origin) {
        if (origin.origin_kind == comment_kind) return comments.contains(origin.origin_id);
        return std::ranges::find(page.posts, progress::PostId{origin.origin_id}) !=
               page.posts.end();
    });
}

} // namespace

void on_post_published(WorkspaceTransaction& tx, const progress::PostPublished& fact)
{
    notify_and_write(tx, {.event = "progress.published",
                          .subject = subject_of(fact.sheet),
                          .people = people_of(tx, fact.client),
                          .state = {},
                          .origin = Subject{post_kind, fact.post.value}});
}

void on_comment_written(WorkspaceTransaction& tx, const progress::CommentWritten& fact)
{
    const bool is_of_client = fact.side == tenancy::Side::portal;
    notify_and_write(
        tx,
        {.event = is_of_client ? "progress.commented_by_client" : "progress.commented",
         .subject = subject_of(fact.sheet),
         .people = is_of_client ? who_answers(tx, fact.post_author) : people_of(tx, fact.client),
         .state = {},
         .origin = Subject{comment_kind, fact.comment.value}});
}

void on_sheet_seen(WorkspaceTransaction& tx, const progress::SheetSeen& fact)
{
    if (fact.reader != tx.actor().membership) return;
    const auto subject = subject_of(fact.sheet);
    const auto told = OriginStore{tx}.unread_of(fact.reader, subject);
    if (told.size() <= origins_checked_max && are_on_page(told, fact))
        mark_subject_read(tx, subject);
}

void on_post_removed(WorkspaceTransaction& tx, const progress::PostRemoved& fact)
{
    take_back(tx, post_kind, {fact.post.value});
    take_back(tx, comment_kind, values_of(fact.comments));
}

void on_comments_removed(WorkspaceTransaction& tx, const progress::CommentsRemoved& fact)
{
    take_back(tx, comment_kind, values_of(fact.comments));
}

} // namespace notifications
