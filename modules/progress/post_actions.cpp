#include "modules/progress/post_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/documents/rich_text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/progress/comment_store.hpp"
#include "modules/progress/post_jobs.hpp"
#include "modules/progress/post_store.hpp"
#include "modules/progress/progress_policy.hpp"
#include "modules/progress/sheet_actions.hpp"

namespace progress
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int purged_at_once = 50;

std::string words_of(const std::string& body)
{
    return body.empty() ? std::string{} : documents::plain_text(documents::from_json(body));
}

std::string date_text(const std::optional<base::Date>& date)
{
    return date ? date->text() : std::string{};
}

void require_content(const PostText& text, std::size_t photos)
{
    const auto said = text.body.empty() ? 0 : documents::length(documents::from_json(text.body));
    base::refuse_unless(said > 0 || photos > 0, "progress.refusal.empty_post");
    base::refuse_unless(
        said <= text_length_max, "progress.refusal.long_post",
        {{"most", std::to_string(text_length_max)}, {"count", std::to_string(said)}});
    base::refuse_unless(photos <= photos_max, "progress.refusal.many_photos",
                        {{"most", std::to_string(photos_max)}});
}

void require_room_for_draft(WorkspaceTransaction& tx, SheetId sheet)
{
    base::refuse_unless(PostStore{tx}.drafts(sheet).size() < drafts_max,
                        "progress.refusal.many_drafts", {{"most", std::to_string(drafts_max)}});
}

void record(WorkspaceTransaction& tx, std::string_view action, const Post& post,
            std::vector<audit::Change> changes = {})
{
    audit::append(tx, {.action = action,
                       .subject_kind = "progress_post",
                       .subject = post.id.value,
                       .changes = std::move(changes)});
}

/// A draft is the team's business.
void touch_post(WorkspaceTransaction& tx, const Sheet& sheet, const Post& post)
{
    if (post.published_at)
        touch_sheet(tx, sheet);
    else
        touch_team(tx, sheet);
}

void tell_published(WorkspaceTransaction& tx, const Sheet& sheet, const Post& post)
{
    events::publish(tx, PostPublished{.sheet = sheet.id,
                                      .post = post.id,
                                      .client = sheet.client_id,
                                      .author = post.author_id});
}

void tell_removed(WorkspaceTransaction& tx, const Post& post, const std::vector<Comment>& comments)
{
    PostRemoved fact{.sheet = post.sheet_id, .post = post.id, .comments = {}};
    for (const auto& comment : comments)
        fact.comments.push_back(comment.id);
    events::publish(tx, fact);
}

struct Found {
    Sheet sheet;
    Post post;
};

Found find(WorkspaceTransaction& tx, PostId id)
{
    const auto post = PostStore{tx}.find(id);
    if (!post) throw base::NotFound{};
    Found found{.sheet = sheet_by_id(tx, post->sheet_id), .post = *post};
    require_visible(tx.actor(), found.post);
    return found;
}

/// Nothing is answered to it, nor changed in it, until the commit.
Found find_and_hold(WorkspaceTransaction& tx, PostId id)
{
    PostStore{tx}.hold(id);
    return find(tx, id);
}

void save(WorkspaceTransaction& tx, const Found& found)
{
    if (!PostStore{tx}.update(found.post, found.post.version))
        throw base::Refusal{
            "progress.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    touch_post(tx, found.sheet, found.post);
}

} // namespace

Post post_of(WorkspaceTransaction& tx, const Sheet& sheet, PostId id)
{
    const auto post = PostStore{tx}.find(id);
    if (!post || post->sheet_id != sheet.id) throw base::NotFound{};
    require_visible(tx.actor(), *post);
    return *post;
}

void require_on(WorkspaceTransaction& tx, const Sheet& sheet, PostId id)
{
    const auto post = PostStore{tx}.find(id);
    if (!post || post->sheet_id != sheet.id) throw base::NotFound{};
}

Post write_post(WorkspaceTransaction& tx, SheetId sheet_id, const NewPost& written)
{
    require(tx.actor(), "progress.write");
    const auto sheet = sheet_by_id(tx, sheet_id);
    require_content(written.text, written.photos);
    Post post{.id = tx.make_id<PostId>(),
              .sheet_id = sheet.id,
              .author_id = tx.actor().membership,
              .mark = written.text.mark,
              .body = written.text.body,
              .worked_on = written.text.worked_on,
              .written_at = written.written_at};
    if (written.intent == Intent::publish)
        publish(post, base::now());
    else
        require_room_for_draft(tx, sheet.id);
    PostStore{tx}.insert(post);
    record(tx, post.published_at ? "progress.post_published" : "progress.draft_saved", post,
           {{"text", "", words_of(post.body)},
            {"photos", "", std::to_string(written.photos)},
            {"worked_on", "", date_text(post.worked_on)},
            {"mark", "", std::string{forms::enum_name(post.mark)}}});
    touch_post(tx, sheet, post);
    if (post.published_at) tell_published(tx, sheet, post);
    return post;
}

void publish_post(WorkspaceTransaction& tx, PostId id)
{
    require(tx.actor(), "progress.write");
    auto found = find_and_hold(tx, id);
    publish(found.post, base::now());
    save(tx, found);
    record(tx, "progress.post_published", found.post,
           {{"text", "", words_of(found.post.body)},
            {"worked_on", "", date_text(found.post.worked_on)}});
    tell_published(tx, found.sheet, found.post);
}

void edit_post(WorkspaceTransaction& tx, PostId id, const PostText& text, std::size_t photos,
               std::int64_t seen_version)
{
    auto found = find_and_hold(tx, id);
    if (!may_edit(tx.actor(), found.post)) throw base::Forbidden{"progress.edit"};
    require_content(text, photos);
    const auto before = found.post;
    rewrite(found.post, text, base::now());
    found.post.version = seen_version;
    save(tx, found);
    PostStore{tx}.insert(PostVersion{.post_id = before.id,
                                     .version = before.version,
                                     .body = before.body,
                                     .mark = before.mark,
                                     .worked_on = before.worked_on,
                                     .replaced_by = tx.actor().membership,
                                     .replaced_at = base::now()});
    record(tx, "progress.post_edited", found.post,
           {{"text", words_of(before.body), words_of(found.post.body)},
            {"worked_on", date_text(before.worked_on), date_text(found.post.worked_on)},
            {"mark", std::string{forms::enum_name(before.mark)},
             std::string{forms::enum_name(found.post.mark)}}});
}

void cancel_post(WorkspaceTransaction& tx, PostId id, const std::string& reason)
{
    require(tx.actor(), "progress.write");
    auto found = find_and_hold(tx, id);
    cancel(found.post, reason, base::now());
    save(tx, found);
    record(tx, "progress.post_cancelled", found.post, {{"reason", "", reason}});
}

void restore_post(WorkspaceTransaction& tx, PostId id)
{
    require(tx.actor(), "progress.write");
    auto found = find_and_hold(tx, id);
    restore(found.post);
    save(tx, found);
    record(tx, "progress.post_restored", found.post);
}

void remove_post(WorkspaceTransaction& tx, PostId id, int seen_comments)
{
    require(tx.actor(), "progress.write");
    auto found = find_and_hold(tx, id);
    const auto comments = CommentStore{tx}.of_post(id);
    if (static_cast<int>(comments.size()) > seen_comments)
        throw base::Refusal{"progress.refusal.more_comments",
                            {{"count", std::to_string(comments.size())}},
                            base::Refusal::Kind::Conflict};
    remove(found.post, base::now());
    save(tx, found);
    plan_purge(tx, *found.post.deleted_at);
    record(tx, "progress.post_removed", found.post,
           {{"comments", std::to_string(comments.size()), "0"}});
    tell_removed(tx, found.post, comments);
}

void purge_deleted(WorkspaceTransaction& tx, base::Instant now)
{
    PostStore store{tx};
    for (const auto id : store.deleted_before(now - deleted_kept, purged_at_once)) {
        for (const auto& file : files::files_of(tx, post_photos, id.value))
            files::remove(tx, file);
        store.purge(id);
        record(tx, "progress.post_purged", {.id = id});
    }
}

void guard_photo(WorkspaceTransaction& tx, const files::File& file)
{
    if (!tx.actor().may("progress.view")) throw base::NotFound{};
    find(tx, PostId{file.owner_id});
}

void guard_drawing(WorkspaceTransaction& tx, const files::File& file)
{
    require(tx.actor(), "progress.write");
    const auto found = find(tx, PostId{file.owner_id});
    base::refuse_unless(found.post.state != PostState::cancelled,
                        "progress.refusal.cancelled_edit");
}

void on_photo_drawn(WorkspaceTransaction& tx, const files::PhotoDrawn& fact)
{
    if (fact.owner_kind != post_photos) return;
    const auto found = find(tx, PostId{fact.owner_id});
    touch_post(tx, found.sheet, found.post);
}

} // namespace progress
