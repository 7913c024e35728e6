#include "modules/progress/progress_policy.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/progress/sheet_store.hpp"
#include "modules/projects/projects.hpp"

namespace progress
{

void require(const tenancy::Actor& actor, std::string_view permission)
{
    if (!actor.may(permission)) throw base::Forbidden{std::string{permission}};
}

void require_visible(tenancy::WorkspaceTransaction& tx, const Sheet& sheet)
{
    const auto& actor = tx.actor();
    if (actor.side == tenancy::Side::staff) return;
    if (!actor.client || sheet.client_id != actor.client) throw base::NotFound{};
    projects::project_of_client(tx, sheet.project_id, actor.client);
}

void require_visible(const tenancy::Actor& actor, const Post& post)
{
    const bool is_team = actor.side == tenancy::Side::staff;
    if (post.state == PostState::deleted || (!is_team && !is_shown_to_client(post)))
        throw base::NotFound{};
}

bool may_edit(const tenancy::Actor& actor, const Post& post)
{
    if (actor.may_all("progress.edit")) return true;
    return actor.may("progress.edit") &&
           (post.author_id == actor.membership || post.state == PostState::draft);
}

bool is_open_to_comments(tenancy::WorkspaceTransaction& tx, const Post& post)
{
    if (post.state == PostState::published) return true;
    return post.state == PostState::cancelled &&
           SheetStore{tx}.comments_on_cancelled() == CommentsOnCancelled::open;
}

} // namespace progress
