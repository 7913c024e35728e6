#include "modules/progress/comment_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/html/ui/waiting_place.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>
#include <array>

namespace progress
{

using namespace html;
using i18n::t;
using tenancy::Side;

namespace
{

Url comments_path(const SheetPageView& view, const ShownPost& shown)
{
    return checked_local(post_path(view.reading, view.head.sheet.identifier, shown.post.id).text() +
                         "/commentaires");
}

Url comment_path(const SheetPageView& view, const ShownPost& shown, const Comment& comment,
                 const char* what)
{
    return checked_local(comments_path(view, shown).text() + "/" + comment.id.text() + "/" + what);
}

bool is_refused_here(const SheetPageView& view, const ShownPost& shown,
                     const std::optional<CommentId>& reply_to)
{
    const auto& refused = view.refused;
    return !refused.error.empty() && refused.post == shown.post.id && refused.reply_to == reply_to;
}

/// One of many on a page: each has an id of its own, so that its label is its own.
struct Box {
    std::string id;
    std::string label;
    std::string typed;
    std::string error;
};

Html box_of(const Box& box)
{
    const bool is_wrong = !box.error.empty();
    const auto wrong = attributes(attribute<"aria-invalid">("true"),
                                  attribute<"aria-describedby">(box.id + "-error"));
    return div(html::label(cls("label"), for_(box.id), box.label,
                           span(cls("tone t-red"), attribute<"aria-hidden">("true"), " *")),
               textarea(cls("input"), id(box.id), name("text"), required(), rows(3),
                        attribute<"maxlength">(std::to_string(comment_length_max)),
                        when(is_wrong, wrong), "\n", box.typed),
               when(is_wrong, p(cls("err"), id(box.id + "-error"), ui::icon("circle-alert", "i-sm"),
                                box.error)));
}

/// A form that unfolds, without any script.
Html answer_form(const SheetPageView& view, const ShownPost& shown,
                 const std::optional<CommentId>& reply_to)
{
    const bool is_reply = reply_to.has_value();
    const bool is_refused = is_refused_here(view, shown, reply_to);
    const auto place =
        is_reply ? "reponse-" + reply_to->text() : "commenter-" + shown.post.id.text();
    const auto label = t(is_reply ? "progress.comment.reply" : "progress.comment.write");
    const Box box{.id = "texte-" + place,
                  .label = t(is_reply ? "progress.comment.your_reply" : "progress.comment.yours"),
                  .typed = is_refused ? view.refused.typed : std::string{},
                  .error = is_refused ? view.refused.error : std::string{}};
    return details(
        id(place), when(is_refused, open()),
        summary(cls("btn btn-ghost btn-sm"),
                is_reply ? ui::icon("reply", "i-sm") : ui::icon("message-circle", "i-sm"), label),
        ui::form({.action = comments_path(view, shown),
                  .guard = view.guard,
                  .id = "form-" + place,
                  .classes = "mt-2 grid gap-3",
                  .more = attributes(attribute<"data-offline">("queue"), flag<"data-draft">())},
                 when(is_reply, ui::hidden_field("reply_to", is_reply ? reply_to->text() : "")),
                 box_of(box),
                 ui::form_actions(ui::submit({.label = t("progress.comment.send"),
                                              .kind = ui::ButtonKind::Primary,
                                              .hotkey = ""}))));
}

/// The sentence of that group for so many replies.
std::string counted(const std::string& group, int replies)
{
    if (replies == 0) return t(group + "_alone");
    return replies == 1 ? t(group + "_one")
                        : t(group + "_many", {{"count", std::to_string(replies)}});
}

/// Without a script its page asks; with one, a dialog.
Html removal(const SheetPageView& view, const ShownPost& shown, const PlacedComment& placed)
{
    const auto count = std::to_string(placed.replies);
    const auto label = placed.replies == 0 ? t("progress.comment.remove")
                                           : t("progress.comment.remove_with", {{"count", count}});
    return ui::form(
        {.action = comment_path(view, shown, placed.comment, "suppression"),
         .guard = view.guard,
         .classes = "",
         .confirm = counted("progress.comment.confirm", placed.replies)},
        ui::hidden_field("replies", count),
        ui::submit({.label = label, .kind = ui::ButtonKind::Ghost, .size = ui::ButtonSize::Small}));
}

Html foot_of(const SheetPageView& view, const ShownPost& shown, const PlacedComment& placed)
{
    const auto& comment = placed.comment;
    const auto& reading = view.reading;
    Html foot;
    if (shown.may_comment) foot += answer_form(view, shown, comment.id);
    if (is_correctable(comment, placed.replies, reading.reader, reading.now))
        foot += ui::link_button(comment_path(view, shown, comment, "modifier"),
                                {.label = t("progress.comment.correct"),
                                 .kind = ui::ButtonKind::Ghost,
                                 .size = ui::ButtonSize::Small});
    if (comment.author_id == reading.reader) foot += removal(view, shown, placed);
    if (foot.empty()) return none;
    return div(cls("mt-1 flex flex-wrap items-start gap-1"), foot);
}

std::string role_of(const Reading& reading, Side side)
{
    if (side == Side::portal) return t("progress.comment.client");
    return reading.side == Side::portal ? reading.business : std::string{};
}

Html words_of(const Reading& reading, const PlacedComment& placed)
{
    const bool is_deep = placed.depth > depth_shown_max && placed.answers.has_value();
    const auto answers =
        is_deep ? p(cls("text-13 text-fg-3"),
                    t("progress.comment.answers", {{"name", reading.name_of(*placed.answers)}}))
                : none;
    const auto edited =
        placed.comment.edited_at ? p(cls("text-12 text-fg-3"), t("progress.comment.edited")) : none;
    return group(answers, ui::paragraphs(placed.comment.body), edited);
}

Html one_comment(const SheetPageView& view, const ShownPost& shown, const PlacedComment& placed)
{
    constexpr std::array<const char*, 5> shifts{"", "shift-1", "shift-2", "shift-3", "shift-4"};
    const auto& comment = placed.comment;
    const auto& reading = view.reading;
    const auto shift = static_cast<std::size_t>(std::min(placed.depth, depth_shown_max));
    return div(cls("comment ", shifts.at(shift)), id("commentaire-" + comment.id.text()),
               ui::message({.id = "dit-" + comment.id.text(),
                            .author = {.name = reading.name_of(comment.author_id)},
                            .role = role_of(reading, comment.author_side),
                            .at = {.shown = i18n::date_and_time(comment.written_at, reading.zone),
                                   .iso = base::iso(comment.written_at)},
                            .body = words_of(reading, placed),
                            .attachments = none}),
               foot_of(view, shown, placed));
}

std::string title_of(std::size_t count)
{
    if (count == 0) return t("progress.comment.none");
    return count == 1 ? t("progress.comment.single")
                      : t("progress.comment.many", {{"count", std::to_string(count)}});
}

} // namespace

Html comments_of(const SheetPageView& view, const ShownPost& shown)
{
    const auto closed = !shown.may_comment && shown.post.state == PostState::cancelled
                            ? p(cls("mt-3 text-13 text-fg-3"), t("progress.comment.closed"))
                            : none;
    return div(
        cls("mt-5 border-t border-line pt-4"),
        h3(cls("text-14 font-[600]"), title_of(shown.comments.size())),
        div(cls("mt-3 grid grid-cols-1 gap-3"),
            each(shown.comments,
                 [&](const PlacedComment& placed) { return one_comment(view, shown, placed); })),
        when(shown.may_comment,
             group(ui::waiting_place(comments_path(view, shown)), answer_form(view, shown, {}))),
        closed);
}

Html comment_form(const CommentFormView& view)
{
    const auto room = view.reading.side == Side::staff ? " px-4 py-6" : "";
    return div(
        cls("mx-auto w-full max-w-[640px] md:col-span-2", room),
        h1(cls("h1 mb-5"), t("progress.comment.correct_title")), view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::text_area(view.fields.field("text"), 5),
                 ui::form_actions(ui::submit({.label = t("progress.form.save"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("progress.form.back"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

Html comment_removal_page(const CommentRemovalView& view)
{
    const auto room = view.reading.side == Side::staff ? " px-4 py-6" : "";
    const auto notice = div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                                     .icon = "triangle-alert",
                                                     .words = view.notice,
                                                     .urgency = ui::Urgency::Alert}));
    return div(cls("mx-auto w-full max-w-[640px] md:col-span-2", room),
               h1(cls("h1 mb-3"), t("progress.comment.removal_title")),
               when(!view.notice.empty(), notice),
               p(cls("mb-4 font-[560]"), counted("progress.comment.removal", view.replies)),
               ui::card({.title = {}, .id = {}}, ui::card_body(ui::paragraphs(view.body))),
               ui::form({.action = view.action, .guard = view.guard, .classes = "mt-5"},
                        ui::hidden_field("replies", std::to_string(view.replies)),
                        ui::hidden_field("is_confirmed", "1"),
                        ui::form_actions(
                            ui::submit({.label = t("progress.comment.removal_confirm"),
                                        .icon = "trash-2",
                                        .kind = ui::ButtonKind::Danger}),
                            ui::link_button(view.back, {.label = t("progress.comment.removal_keep"),
                                                        .kind = ui::ButtonKind::Ghost}))));
}

} // namespace progress
