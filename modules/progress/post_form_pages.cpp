#include "kernel/base/text.hpp"
#include "kernel/documents/rich_text.hpp"
#include "kernel/files/form_files.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/operation.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/post_actions.hpp"
#include "modules/progress/post_pages.hpp"
#include "modules/progress/post_store.hpp"
#include "modules/progress/post_views.hpp"
#include "modules/progress/progress_policy.hpp"
#include "modules/progress/sheet_forms.hpp"
#include "modules/progress/sheet_pages.hpp"
#include "modules/projects/projects.hpp"

#include <algorithm>

namespace progress
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

std::string title_of(Call& call, const Sheet& sheet)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        return sheet.identifier + " · " + projects::project(tx, sheet.project_id).name;
    });
}

http::Response answer(Call& call, const PostFormView& view, int status)
{
    const auto title = t(view.is_new ? "progress.post.new" : "progress.post.edit_title");
    return guard::render(call, guard::Page{.title = title,
                                           .body = post_form(view),
                                           .breadcrumbs = ui::breadcrumbs(
                                               {{t("progress.nav"), sheets_path(view.reading)},
                                                {call.path("sheet"), view.back},
                                                {title, {}}}),
                                           .status = status,
                                           .has_tab_bar = false});
}

/// What the editor starts with, for a text that comes back.
std::string source_of(const forms::Form<WritePost>& form)
{
    if (form.typed_value("text_format") != "html") return {};
    return documents::to_source_html(documents::read_html(form.typed_value("text")));
}

struct Trouble {
    std::string error;
    std::vector<ui::HeldPhoto> held;
    std::string photos;
    int status = 200;
};

/// What a refused form brought is held, so that nobody chooses twice.
Trouble held_by(Call& call, int status)
{
    Trouble trouble{.status = status};
    const auto offered = files::offered_by(call);
    auto said = files::said_of(call.request(), offered);
    const auto intake = files::only_photos(files::hold(call.context(), offered, photos_max));
    trouble.photos = files::refused_sentences(intake);
    for (const auto& file : intake.taken)
        trouble.held.push_back({.upload = file.upload.text(),
                                .name = file.name,
                                .caption = said[file.path].caption,
                                .alternative = said[file.path].alternative});
    return trouble;
}

PostFormView form_view(Call& call, const forms::Form<WritePost>& form, const Trouble& trouble)
{
    const auto sheet = sheet_of(call);
    const auto reading = reading_of(call);
    const auto back = sheet_path(reading, sheet.identifier);
    return {.reading = reading,
            .action = html::checked_local(back.text() + "/publications"),
            .back = back,
            .guard = guard::form_guard(call),
            .fields = {form, "progress.field"},
            .html = source_of(form),
            .held = trouble.held,
            .photos_error = trouble.photos,
            .sheet = sheet.id,
            .title = title_of(call, sheet),
            .error = trouble.error};
}

http::Response new_page(Call& call, const forms::Form<WritePost>& form, const Trouble& trouble)
{
    auto view = form_view(call, form, trouble);
    view.is_new = true;
    return answer(call, view, trouble.status);
}

forms::Form<WritePost> form_of(const Post& post)
{
    const auto text = post.body.empty() ? documents::RichText{} : documents::from_json(post.body);
    return {.command = {},
            .typed = {{"text", documents::plain_text(text)},
                      {"worked_on", post.worked_on ? post.worked_on->text() : ""},
                      {"mark", std::string{forms::enum_name(post.mark)}},
                      {"version", std::to_string(post.version)}},
            .errors = {}};
}

http::Response edit_page(Call& call, const Post& post, const forms::Form<WritePost>& form,
                         const Trouble& trouble)
{
    auto view = form_view(call, form, trouble);
    view.action = here(call, post.id);
    view.photos = photos_of_post(call, post.id);
    const bool is_as_saved = trouble.status == 200 && form.typed_value("text_format").empty();
    if (is_as_saved && !post.body.empty())
        view.html = documents::to_source_html(documents::from_json(post.body));
    return answer(call, view, trouble.status);
}

/// Both texts: what is typed stays in the form, what is saved above it. Sent again, it is on top.
http::Response stale_page(Call& call, const forms::Form<WritePost>& typed)
{
    const auto post = post_here(call);
    auto form = typed;
    for (auto& [name, value] : form.typed)
        if (name == "version") value = std::to_string(post.version);
    auto trouble = held_by(call, 409);
    trouble.error = t("progress.refusal.changed_meanwhile");
    auto view = form_view(call, form, trouble);
    view.action = here(call, post.id);
    view.photos = photos_of_post(call, post.id);
    view.saved = ui::card(
        {.title = t("progress.post.saved_meanwhile"), .id = "saved-text", .classes = "mb-5"},
        ui::card_body(post_content(view.reading, post, {})));
    return answer(call, view, 409);
}

http::Response after_photos(Call& call, const files::Intake& sent, std::string_view notice)
{
    if (sent.refused.empty()) return to_sheet(call, notice);
    constexpr std::size_t notice_length_max = 600; // it travels in a cookie
    return call.redirect(
        sheet_path(reading_of(call), call.path("sheet")).text(), "progress.notice.some_refused",
        {{"reasons", base::shorten(files::refused_sentences(sent), notice_length_max)}});
}

/// Photos that went ahead of the form and are not there any more would be left out in silence.
void require_uploads(const Call& call, const std::vector<files::Offered>& offered)
{
    const auto named = std::ranges::count_if(call.request().form.every("uploads"),
                                             [](std::string_view id) { return !id.empty(); });
    const auto there = std::ranges::count_if(
        offered, [](const files::Offered& one) { return static_cast<bool>(one.upload); });
    base::refuse_unless(named == there, "progress.refusal.photos_gone");
}

/// Without the editor a text that was not touched keeps its bold, lists and links.
PostText text_over(const Post& post, const WritePost& typed)
{
    auto text = text_of(typed);
    if (typed.text_format == TextFormat::html || post.body.empty() || text.body.empty())
        return text;
    const auto saved = documents::from_json(post.body);
    if (documents::plain_text(saved) == documents::plain_text(documents::from_json(text.body)))
        text.body = post.body;
    return text;
}

/// What somebody typed over a publication that is gone, to be copied.
http::Response gone_page(Call& call, const forms::Form<WritePost>& form)
{
    const auto typed = form.command.text_format == TextFormat::html
                           ? documents::plain_text(documents::read_html(form.typed_value("text")))
                           : std::string{form.typed_value("text")};
    return sheet_answer(
        call, {.words = {.typed = typed, .error = t("progress.refusal.deleted")}, .status = 409});
}

bool is_gone(Call& call)
{
    const auto id = call.path_id<PostId>("post");
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto post = PostStore{tx}.find(id);
        return post && post->state == PostState::deleted &&
               post->sheet_id == sheet_by_identifier(tx, call.path("sheet")).id;
    });
}

/// A rule said no: the form again, with everything in it.
Trouble refused_by(Call& call, const base::Refusal& refusal)
{
    auto trouble = held_by(call, 422);
    trouble.error = t(refusal.code, refusal.params);
    return trouble;
}

void remove_photos(WorkspaceTransaction& tx, const std::vector<files::File>& photos,
                   const WritePost& typed)
{
    for (const auto& file : photos)
        if (std::ranges::any_of(typed.remove_photo,
                                [&](const auto& id) { return id.value == file.id.value; }))
            files::remove(tx, file);
}

} // namespace

http::Response new_post(Call& call)
{
    return new_page(call, call.blank_form<WritePost>(), {});
}

http::Response create_post(Call& call)
{
    const auto form = call.form<WritePost>();
    const auto sheet = sheet_of(call);
    if (!form.is_valid()) return new_page(call, form, held_by(call, 422));
    if (is_about_another(form.command.sheet, sheet)) {
        auto trouble = held_by(call, 409);
        trouble.error = t("progress.refusal.other_sheet");
        return new_page(call, form, trouble);
    }
    const auto offered = files::offered_by(call);
    const auto said = files::said_of(call.request(), offered);
    const auto sent = files::only_photos(files::take_in(call.context(), offered, photos_max + 1));
    try {
        require_uploads(call, offered);
        files::keep(call.context().workspace().id, sent);
        call.context().write([&](WorkspaceTransaction& tx) {
            const auto post = write_post(tx, sheet.id,
                                         {.text = text_of(form.command),
                                          .photos = sent.taken.size(),
                                          .intent = form.command.intent.value_or(Intent::publish),
                                          .written_at = guard::written_at(call)});
            files::attach_described(tx, {.kind = post_photos, .id = post.id.value}, sent, said);
        });
    } catch (const base::Refusal& refusal) {
        return new_page(call, form, refused_by(call, refusal));
    }
    const bool is_draft = form.command.intent == Intent::draft;
    return after_photos(call, sent,
                        is_draft ? "progress.notice.draft_saved" : "progress.notice.published");
}

http::Response edit_post_page(Call& call)
{
    const auto post = post_here(call);
    if (!may_edit(call.actor(), post)) throw base::Forbidden{"progress.edit"};
    const auto kept = call.blank_form<WritePost>();
    return edit_page(call, post, kept.typed.empty() ? form_of(post) : kept, {});
}

http::Response update_post(Call& call)
{
    const auto form = call.form<WritePost>();
    if (is_gone(call)) return gone_page(call, form);
    const auto post = post_here(call);
    if (!may_edit(call.actor(), post)) throw base::Forbidden{"progress.edit"};
    if (!form.is_valid()) return edit_page(call, post, form, held_by(call, 422));
    const auto offered = files::offered_by(call);
    const auto said = files::said_of(call.request(), offered);
    const auto sent = files::only_photos(files::take_in(call.context(), offered, photos_max + 1));
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        require_uploads(call, offered);
        files::keep(call.context().workspace().id, sent);
        call.context().write([&](WorkspaceTransaction& tx) {
            remove_photos(tx, files::files_of(tx, post_photos, post.id.value), form.command);
            const auto left = files::files_of(tx, post_photos, post.id.value).size();
            edit_post(tx, post.id, text_over(post, form.command), left + sent.taken.size(), seen);
            files::attach_described(tx, {.kind = post_photos, .id = post.id.value}, sent, said);
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind == base::Refusal::Kind::Conflict) return stale_page(call, form);
        return edit_page(call, post, form, refused_by(call, refusal));
    }
    return after_photos(call, sent, "progress.notice.edited");
}

} // namespace progress
