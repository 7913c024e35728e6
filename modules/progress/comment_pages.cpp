#include "modules/progress/comment_pages.hpp"

#include "kernel/guard/operation.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/comment_actions.hpp"
#include "modules/progress/comment_store.hpp"
#include "modules/progress/comment_views.hpp"
#include "modules/progress/post_actions.hpp"
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

/// What was typed, where it was typed, and why it was not kept.
http::Response refused(Call& call, const forms::Form<WriteProgressComment>& form,
                       const std::string& error, int status)
{
    RefusedWords words{.post = call.path_id<PostId>("post"),
                       .reply_to = form.command.reply_to,
                       .typed = std::string{form.typed_value("text")},
                       .error = error};
    return sheet_answer(call, {.words = std::move(words), .status = status});
}

Comment comment_here(Call& call)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto sheet = sheet_by_identifier(tx, call.path("sheet"));
        const auto post = post_of(tx, sheet, call.path_id<PostId>("post"));
        return comment_of(tx, post, call.path_id<CommentId>("comment"));
    });
}

/// It was on a publication of this sheet, or the publication is gone with it.
bool is_gone(Call& call)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto sheet = sheet_by_identifier(tx, call.path("sheet"));
        require_on(tx, sheet, call.path_id<PostId>("post"));
        return !CommentStore{tx}.find(call.path_id<CommentId>("comment"));
    });
}

http::Response form_page(Call& call, const forms::Form<WriteProgressComment>& form, int status)
{
    const auto reading = reading_of(call);
    const auto back = sheet_path(reading, call.path("sheet"));
    const auto post = post_path(reading, call.path("sheet"), call.path_id<PostId>("post"));
    const CommentFormView view{
        .reading = reading,
        .action = html::checked_local(post.text() + "/commentaires/" + call.path("comment")),
        .back = back,
        .guard = guard::form_guard(call),
        .fields = {form, "progress.field"}};
    return guard::render(
        call, guard::Page{.title = t("progress.comment.correct_title"),
                          .body = comment_form(view),
                          .breadcrumbs = crumbs_under(call, t("progress.comment.correct_title")),
                          .status = status});
}

http::Response removal_answer(Call& call, const Comment& comment, const std::string& notice)
{
    base::refuse_unless(comment.author_id == call.actor().membership,
                        "progress.refusal.not_author");
    const auto reading = reading_of(call);
    const auto post = post_path(reading, call.path("sheet"), comment.post_id);
    const auto others = call.context().read(
        [&](WorkspaceTransaction& tx) { return CommentStore{tx}.of_post(comment.post_id); });
    const CommentRemovalView view{.reading = reading,
                                  .action = html::checked_local(post.text() + "/commentaires/" +
                                                                comment.id.text() + "/suppression"),
                                  .back = sheet_path(reading, call.path("sheet")),
                                  .guard = guard::form_guard(call),
                                  .body = comment.body,
                                  .replies =
                                      static_cast<int>(with_replies(others, comment.id).size()) - 1,
                                  .notice = notice};
    return guard::render(
        call, guard::Page{.title = t("progress.comment.removal_title"),
                          .body = comment_removal_page(view),
                          .breadcrumbs = crumbs_under(call, t("progress.comment.removal_title")),
                          .status = notice.empty() ? 200 : 409});
}

/// The page's script asked in its dialog, or the page that asks was sent.
bool was_asked(const Call& call, const forms::Form<RemoveProgressComment>& form)
{
    return form.command.is_confirmed || has_script(call);
}

} // namespace

http::Response create_comment(Call& call)
{
    const auto form = call.form<WriteProgressComment>();
    const auto sheet = sheet_of(call);
    const auto post = call.path_id<PostId>("post");
    if (!form.is_valid()) {
        const auto* error = form.errors.find("text");
        return refused(call, form,
                       error == nullptr ? t("forms.error.choice") : t(error->key, error->params),
                       422);
    }
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            require_on(tx, sheet, post);
            write_comment(tx, {.post = post,
                               .reply_to = form.command.reply_to,
                               .body = form.command.text.value,
                               .written_at = guard::written_at(call)});
        });
    } catch (const base::Refusal& refusal) {
        const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
        return refused(call, form, t(refusal.code, refusal.params), is_conflict ? 409 : 422);
    }
    return to_sheet(call, "progress.notice.commented");
}

http::Response edit_comment(Call& call)
{
    const auto comment = comment_here(call);
    base::refuse_unless(comment.author_id == call.actor().membership,
                        "progress.refusal.not_author");
    auto form = call.blank_form<WriteProgressComment>();
    if (form.typed.empty()) form.typed = {{"text", comment.body}};
    return form_page(call, form, 200);
}

http::Response update_comment(Call& call)
{
    const auto form = call.form<WriteProgressComment>();
    if (is_gone(call)) return refused(call, form, t("progress.refusal.comment_deleted"), 409);
    const auto comment = comment_here(call);
    if (!form.is_valid()) return form_page(call, form, 422);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            correct_comment(tx, comment.id, form.command.text.value);
        });
    } catch (const base::Refusal& refusal) {
        auto shown = form;
        shown.errors.add("text", refusal.code, refusal.params);
        return form_page(call, shown, 422);
    }
    return to_sheet(call, "progress.notice.corrected");
}

http::Response confirm_comment_removal(Call& call)
{
    return removal_answer(call, comment_here(call), {});
}

http::Response delete_comment(Call& call)
{
    const auto comment = comment_here(call);
    const auto form = call.form<RemoveProgressComment>();
    if (!was_asked(call, form)) return removal_answer(call, comment, {});
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            remove_comment(tx, comment.id,
                           form.is_valid() ? static_cast<int>(form.command.replies.value) : 0);
        });
    } catch (const base::Refusal& refusal) {
        const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
        if (is_conflict && form.command.is_confirmed)
            return removal_answer(call, comment, t(refusal.code, refusal.params));
        return sheet_answer(
            call, {.notice = t(refusal.code, refusal.params), .status = is_conflict ? 409 : 422});
    }
    return to_sheet(call, "progress.notice.comment_removed");
}

} // namespace progress
