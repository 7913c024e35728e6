#include "modules/progress/post_views.hpp"

#include "kernel/documents/rich_text.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/rich_text_field.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/comment_views.hpp"
#include "modules/progress/photo_views.hpp"

namespace progress
{

using namespace html;
using i18n::t;
using tenancy::Side;

namespace
{

std::string at_text(const Reading& reading, base::Instant at)
{
    return i18n::date_and_time(at, reading.zone);
}

Url action_of(const SheetPageView& view, const ShownPost& shown, std::string_view what)
{
    const auto path = post_path(view.reading, view.head.sheet.identifier, shown.post.id).text();
    return checked_local(path + "/" + std::string{what});
}

Html mark_badge(const Post& post)
{
    if (post.mark == Mark::none) return none;
    const bool is_finished = post.mark == Mark::finished;
    return ui::badge(t(is_finished ? "progress.mark.finished" : "progress.mark.resumed"),
                     is_finished ? ui::Tone::Green : ui::Tone::Blue);
}

Html state_badge(const Reading& reading, const Post& post)
{
    if (post.state == PostState::draft)
        return ui::badge(t("progress.state.draft"), ui::Tone::Amber);
    if (post.state != PostState::cancelled || !post.cancelled_at) return none;
    return ui::badge(
        t("progress.state.cancelled", {{"when", at_text(reading, *post.cancelled_at)}}),
        ui::Tone::Gray);
}

Html one_button(const SheetPageView& view, const ShownPost& shown, const char* what,
                const ui::Button& button)
{
    return ui::form({.action = action_of(view, shown, what), .guard = view.guard, .classes = ""},
                    ui::submit(button));
}

/// One of many on a page: each has an id of its own, so that its label is its own.
Html reason_field(const std::string& box)
{
    return div(html::label(cls("label"), for_(box), t("progress.field.reason")),
               input(cls("input"), type("text"), id(box), name("reason"),
                     attribute<"maxlength">(std::to_string(reason_max)),
                     attribute<"aria-describedby">(box + "-hint")),
               p(cls("hint"), id(box + "-hint"), t("progress.field.reason_hint")));
}

Html cancel_details(const SheetPageView& view, const ShownPost& shown)
{
    return details(
        cls("grow"), summary(cls("btn btn-ghost btn-sm"), t("progress.post.cancel")),
        ui::form({.action = action_of(view, shown, "annulation"),
                  .guard = view.guard,
                  .classes = "mt-3 grid gap-3"},
                 reason_field("motif-" + shown.post.id.text()),
                 ui::form_actions(ui::submit({.label = t("progress.post.cancel_now")}))));
}

/// What the team may do with a publication; nothing on the client's side.
Html actions_of(const SheetPageView& view, const ShownPost& shown)
{
    if (!view.may_write) return none;
    const auto& post = shown.post;
    Html actions;
    if (post.state == PostState::draft)
        actions += one_button(view, shown, "parution",
                              {.label = t("progress.post.publish"),
                               .icon = "send",
                               .kind = ui::ButtonKind::Primary,
                               .size = ui::ButtonSize::Small});
    if (shown.may_edit)
        actions +=
            ui::link_button(action_of(view, shown, "modifier"), {.label = t("progress.post.edit"),
                                                                 .icon = "pencil",
                                                                 .kind = ui::ButtonKind::Ghost,
                                                                 .size = ui::ButtonSize::Small});
    if (post.edited_at)
        actions += ui::link_button(action_of(view, shown, "versions"),
                                   {.label = t("progress.post.versions"),
                                    .icon = "history",
                                    .kind = ui::ButtonKind::Ghost,
                                    .size = ui::ButtonSize::Small});
    if (post.state == PostState::cancelled)
        actions += one_button(view, shown, "retablissement",
                              {.label = t("progress.post.restore"),
                               .icon = "rotate-ccw",
                               .kind = ui::ButtonKind::Ghost,
                               .size = ui::ButtonSize::Small});
    actions +=
        ui::link_button(action_of(view, shown, "suppression"), {.label = t("progress.post.remove"),
                                                                .icon = "trash-2",
                                                                .kind = ui::ButtonKind::Ghost,
                                                                .size = ui::ButtonSize::Small});
    if (post.state == PostState::published) actions += cancel_details(view, shown);
    return div(cls("mt-4 flex flex-wrap items-center gap-1"), actions);
}

Html head_of(const SheetPageView& view, const Post& post)
{
    const auto& name = view.reading.name_of(post.author_id);
    const auto dates = date_sentences(view.reading, post);
    const auto badges = group(mark_badge(post), state_badge(view.reading, post));
    return div(
        cls("mb-3 flex items-start gap-3"),
        ui::avatar({.name = name, .size = ui::AvatarSize::Large}),
        div(cls("min-w-0 flex-1"), p(cls("font-[600]"), name),
            each(dates,
                 [](const std::string& sentence) { return p(cls("text-13 text-fg-3"), sentence); }),
            when(!badges.empty(), div(cls("mt-2 flex flex-wrap gap-1"), badges))));
}

Html reason_of(const Post& post)
{
    if (post.cancel_reason.empty()) return none;
    return p(cls("mb-3 text-14 text-fg-2"),
             t("progress.post.reason", {{"reason", post.cancel_reason}}));
}

} // namespace

std::vector<std::string> date_sentences(const Reading& reading, const Post& post)
{
    std::vector<std::string> sentences;
    if (post.worked_on)
        sentences.push_back(
            t("progress.date.worked", {{"when", i18n::long_date(*post.worked_on)}}));
    if (post.published_at && was_written_before(post))
        sentences.push_back(
            t("progress.date.written", {{"when", at_text(reading, post.written_at)}}));
    if (post.published_at)
        sentences.push_back(
            t("progress.date.published", {{"when", at_text(reading, *post.published_at)}}));
    else
        sentences.push_back(
            t("progress.date.draft", {{"when", at_text(reading, post.written_at)}}));
    if (post.edited_at)
        sentences.push_back(
            t("progress.date.edited", {{"when", at_text(reading, *post.edited_at)}}));
    return sentences;
}

Html post_content(const Reading& reading, const Post& post, const std::vector<files::File>& photos)
{
    const auto words = post.body.empty() ? none
                                         : div(cls("article"),
                                               documents::to_html(documents::from_json(post.body)));
    return group(words, photos_of(reading, post, photos));
}

Html post_article(const SheetPageView& view, const ShownPost& shown)
{
    const auto& post = shown.post;
    const bool is_cancelled = post.state == PostState::cancelled;
    return article(
        cls("card p-5", is_cancelled ? " cancelled" : ""), id("publication-" + post.id.text()),
        h2(cls("sr-only"), t("progress.post.by", {{"name", view.reading.name_of(post.author_id)}})),
        head_of(view, post), reason_of(post), post_content(view.reading, post, shown.photos),
        actions_of(view, shown), when(post.state != PostState::draft, comments_of(view, shown)));
}

Html versions_page(const VersionsView& view)
{
    const auto one = [&](const std::string& body, const std::string& when) {
        const Post said{.body = body};
        return ui::card({.title = {}, .id = {}},
                        ui::card_body(group(p(cls("mb-2 text-13 text-fg-3"), when),
                                            post_content(view.reading, said, {}))));
    };
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-4 px-4 py-6"),
               h1(cls("h1"), t("progress.versions.title")),
               p(cls("text-14"), ui::link(view.back, t("progress.versions.back"))),
               one(view.post.body, t("progress.versions.now")),
               each(view.versions, [&](const PostVersion& version) {
                   return one(version.body,
                              t("progress.versions.until",
                                {{"when", at_text(view.reading, version.replaced_at)},
                                 {"name", view.reading.name_of(version.replaced_by)}}));
               }));
}

Html removal_page(const RemovalView& view)
{
    const auto count = std::to_string(view.comments);
    const auto words =
        view.comments == 0
            ? t("progress.removal.alone")
            : t(view.comments == 1 ? "progress.removal.one" : "progress.removal.many",
                {{"count", count}, {"clients", std::to_string(view.of_client)}});
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-3"), t("progress.removal.title")),
        when(!view.notice.empty(), div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                                                .icon = "triangle-alert",
                                                                .words = view.notice,
                                                                .urgency = ui::Urgency::Alert}))),
        p(cls("mb-2 font-[560]"), words),
        p(cls("mb-5 text-14 text-fg-2"), t("progress.removal.detail")),
        ui::card({.title = {}, .id = {}},
                 ui::card_body(post_content(view.reading, view.post, view.photos))),
        ui::form({.action = view.action, .guard = view.guard, .classes = "mt-5"},
                 ui::hidden_field("comments", count),
                 ui::form_actions(ui::submit({.label = t("progress.removal.confirm"),
                                              .icon = "trash-2",
                                              .kind = ui::ButtonKind::Danger}),
                                  ui::link_button(view.back, {.label = t("progress.removal.keep"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

} // namespace progress
