#include "modules/progress/post_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/comment_store.hpp"
#include "modules/progress/post_actions.hpp"
#include "modules/progress/post_store.hpp"
#include "modules/progress/post_views.hpp"
#include "modules/progress/progress_policy.hpp"
#include "modules/progress/sheet_forms.hpp"
#include "modules/progress/sheet_pages.hpp"

namespace progress
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

/// An action without a form of its own: a refusal is said on the page of the sheet.
template <class Action>
http::Response act(Call& call, std::string_view notice, Action action)
{
    const auto post = post_here(call);
    try {
        call.context().write([&](WorkspaceTransaction& tx) { action(tx, post.id); });
    } catch (const base::Refusal& refusal) {
        const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
        return sheet_answer(
            call, {.notice = t(refusal.code, refusal.params), .status = is_conflict ? 409 : 422});
    }
    return to_sheet(call, notice);
}

http::Response removal_answer(Call& call, const Post& post, const std::string& notice)
{
    const auto back = sheet_path(reading_of(call), call.path("sheet"));
    RemovalView view{.reading = reading_of(call),
                     .action = html::checked_local(here(call, post.id).text() + "/suppression"),
                     .back = back,
                     .guard = guard::form_guard(call),
                     .post = post,
                     .photos = photos_of_post(call, post.id),
                     .notice = notice};
    call.context().read(
        [&](WorkspaceTransaction& tx) { learn_drawings(tx, view.reading, {post.id.value}); });
    for (const auto& comment : call.context().read(
             [&](WorkspaceTransaction& tx) { return CommentStore{tx}.of_post(post.id); })) {
        ++view.comments;
        if (comment.author_side == tenancy::Side::portal) ++view.of_client;
    }
    return guard::render(call,
                         guard::Page{.title = t("progress.removal.title"),
                                     .body = removal_page(view),
                                     .breadcrumbs = crumbs_under(call, t("progress.removal.title")),
                                     .status = notice.empty() ? 200 : 409});
}

} // namespace

Post post_here(Call& call)
{
    const auto id = call.path_id<PostId>("post");
    return call.context().read([&](WorkspaceTransaction& tx) {
        return post_of(tx, sheet_by_identifier(tx, call.path("sheet")), id);
    });
}

std::vector<files::File> photos_of_post(Call& call, PostId post)
{
    return call.context().read(
        [&](WorkspaceTransaction& tx) { return files::files_of(tx, post_photos, post.value); });
}

html::Url here(const Call& call, PostId post)
{
    return post_path(reading_of(call), call.path("sheet"), post);
}

http::Response show_post(Call& call)
{
    const auto post = post_here(call);
    auto to = sheet_path(reading_of(call), call.path("sheet"));
    if (post.published_at) to = to.with("avant", std::to_string(post.published_at->micros + 1));
    return call.redirect(to.text() + "#publication-" + post.id.text());
}

http::Response create_publication(Call& call)
{
    return act(call, "progress.notice.published",
               [](WorkspaceTransaction& tx, PostId post) { publish_post(tx, post); });
}

http::Response create_cancellation(Call& call)
{
    const auto form = call.form<CancelPost>();
    if (!form.is_valid())
        return sheet_answer(call, {.notice = t("progress.refusal.long_reason"), .status = 422});
    return act(call, "progress.notice.cancelled", [&](WorkspaceTransaction& tx, PostId post) {
        cancel_post(tx, post, form.command.reason.value);
    });
}

http::Response create_restoration(Call& call)
{
    return act(call, "progress.notice.restored",
               [](WorkspaceTransaction& tx, PostId post) { restore_post(tx, post); });
}

http::Response confirm_removal(Call& call)
{
    return removal_answer(call, post_here(call), {});
}

http::Response delete_post(Call& call)
{
    const auto post = post_here(call);
    const auto form = call.form<RemovePost>();
    if (!form.is_valid()) return removal_answer(call, post, t("progress.refusal.confirm_first"));
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            remove_post(tx, post.id, static_cast<int>(form.command.comments.value));
        });
    } catch (const base::Refusal& refusal) {
        return removal_answer(call, post, t(refusal.code, refusal.params));
    }
    return call.redirect(sheet_path(reading_of(call), call.path("sheet")).text(),
                         "progress.notice.removed");
}

http::Response list_versions(Call& call)
{
    VersionsView view{.reading = reading_of(call),
                      .back = sheet_path(reading_of(call), call.path("sheet")),
                      .post = post_here(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.versions = PostStore{tx}.versions(view.post.id);
        std::vector<tenancy::MembershipId> people;
        for (const auto& version : view.versions)
            people.push_back(version.replaced_by);
        learn(tx, view.reading, people);
    });
    return guard::render(
        call, guard::Page{.title = t("progress.versions.title"),
                          .body = versions_page(view),
                          .breadcrumbs = crumbs_under(call, t("progress.versions.title"))});
}

} // namespace progress
