#include "modules/progress/sheet_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/waiting_place.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/post_views.hpp"

#include <algorithm>

namespace progress
{

using namespace html;
using i18n::t;
using tenancy::Side;

namespace
{

constexpr const char* column = "mx-auto w-full max-w-[760px] md:col-span-2";

Html badge_of_state(const SheetHead& head)
{
    if (!head.last_marked) return none;
    const bool is_finished = head.last_marked->mark == Mark::finished;
    return ui::badge(t(is_finished ? "progress.mark.finished" : "progress.mark.resumed"),
                     is_finished ? ui::Tone::Green : ui::Tone::Blue);
}

Html two_lines(const std::string& first, const std::string& second)
{
    return div(p(first), when(!second.empty(), p(cls("font-normal text-fg-3"), second)));
}

Html properties_of(const SheetPageView& view)
{
    const auto& head = view.head;
    std::vector<ui::Property> pairs{
        {t("progress.head.client"), two_lines(head.client_name, head.client_address)},
        {t("progress.head.worksite"), two_lines(head.sheet.identifier, head.address)},
        {t("progress.head.starts_on"), text(i18n::long_date(head.sheet.starts_on))},
        {t("progress.head.ends_on"),
         head.sheet.ends_on ? text(i18n::long_date(*head.sheet.ends_on)) : none}};
    return div(cls("mt-4"), ui::properties(pairs));
}

Html head_of(const SheetPageView& view)
{
    const auto& reading = view.reading;
    return header(
        cls("card p-5"), id("fiche"),
        div(cls("flex items-start gap-3"),
            img(cls("size-11 shrink-0 rounded-lg"),
                alt(t("progress.head.logo", {{"business", reading.business}})), src(view.logo)),
            div(cls("min-w-0 flex-1"), p(cls("text-14 text-fg-3"), reading.business),
                h1(cls("text-[24px] font-[640] leading-8 tracking-[-.02em]"), view.head.title),
                div(cls("mt-1"), badge_of_state(view.head)))),
        properties_of(view));
}

Html order_choice(const SheetPageView& view)
{
    const bool is_oldest = view.order == ReadingOrder::oldest_first;
    const auto other = is_oldest ? ReadingOrder::newest_first : ReadingOrder::oldest_first;
    const auto code = std::string{forms::enum_name(other)};
    const auto action =
        checked_local(sheet_path(view.reading, view.head.sheet.identifier).text() + "/ordre");
    return ui::form({.action = action, .guard = view.guard, .classes = ""},
                    ui::submit({.label = t("progress.order." + code),
                                .icon = "arrow-up-down",
                                .kind = ui::ButtonKind::Ghost,
                                .name = "order",
                                .value = code}));
}

Html tools_of(const SheetPageView& view)
{
    const auto base = sheet_path(view.reading, view.head.sheet.identifier);
    return div(
        cls("my-5 flex flex-wrap items-center gap-2"),
        when(view.may_write, ui::link_button(checked_local(base.text() + "/publications/nouvelle"),
                                             {.label = t("progress.post.new"),
                                              .icon = "camera",
                                              .kind = ui::ButtonKind::Primary,
                                              .size = ui::ButtonSize::Large,
                                              .hotkey = "c"})),
        order_choice(view), span(cls("flex-1")),
        when(view.may_export, ui::link_button(checked_local(base.text() + "/pdf"),
                                              {.label = t("progress.paper.export"),
                                               .icon = "file-text",
                                               .kind = ui::ButtonKind::Ghost,
                                               .more = attribute<"data-turbo">("false")})),
        when(view.may_manage, ui::link_button(checked_local(base.text() + "/modifier"),
                                              {.label = t("progress.head.edit"),
                                               .icon = "pencil",
                                               .kind = ui::ButtonKind::Ghost})));
}

Html older_link(const SheetPageView& view)
{
    if (!view.older) return none;
    return p(cls("text-14"), ui::link(sheet_path(view.reading, view.head.sheet.identifier)
                                          .with("avant", std::to_string(view.older->micros)),
                                      t("progress.page.older")));
}

Html newer_link(const SheetPageView& view)
{
    if (!view.is_past) return none;
    return p(cls("text-14"), ui::link(sheet_path(view.reading, view.head.sheet.identifier),
                                      t("progress.page.newest")));
}

Html drafts_of(const SheetPageView& view)
{
    if (view.drafts.empty()) return none;
    return section(
        cls("mt-12"), attribute<"aria-labelledby">("drafts"),
        h2(cls("h2 mb-3"), id("drafts"), t("progress.drafts")),
        div(cls("grid grid-cols-1 gap-6"),
            each(view.drafts, [&](const ShownPost& shown) { return post_article(view, shown); })));
}

/// Whether the form it was typed in is on the page.
bool has_place_for(const SheetPageView& view, const RefusedWords& refused)
{
    const auto shown = std::ranges::find_if(
        view.posts, [&](const ShownPost& one) { return one.post.id == refused.post; });
    if (shown == view.posts.end() || !shown->may_comment) return false;
    return !refused.reply_to ||
           std::ranges::any_of(shown->comments, [&](const PlacedComment& placed) {
               return placed.comment.id == *refused.reply_to;
           });
}

/// What has no place any more is shown to be copied.
Html orphan_of(const SheetPageView& view)
{
    if (view.refused.error.empty() || has_place_for(view, view.refused)) return none;
    return div(cls("card mb-5 p-5"), id("texte-garde"),
               ui::banner({.tone = ui::Tone::Amber,
                           .icon = "triangle-alert",
                           .words = view.refused.error,
                           .urgency = ui::Urgency::Alert}),
               ui::text_area({.name = "kept",
                              .label = t("progress.comment.kept"),
                              .value = view.refused.typed,
                              .more = readonly()},
                             4));
}

Html notice_of(const SheetPageView& view)
{
    if (view.notice.empty()) return none;
    return div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                        .icon = "triangle-alert",
                                        .words = view.notice,
                                        .urgency = ui::Urgency::Alert}));
}

Html posts_of(const SheetPageView& view)
{
    if (view.posts.empty())
        return ui::card({.title = {}, .id = {}},
                        ui::empty_state({.icon = "camera",
                                         .title = t("progress.empty"),
                                         .detail = t(view.reading.side == Side::staff
                                                         ? "progress.empty_team"
                                                         : "progress.empty_client")}));
    return div(cls("grid grid-cols-1 gap-14"),
               each(view.posts, [&](const ShownPost& shown) { return post_article(view, shown); }));
}

} // namespace

const std::string& Reading::name_of(tenancy::MembershipId id) const
{
    const auto found = names.find(id);
    return found == names.end() ? business : found->second;
}

std::string place_of(std::string_view identifier)
{
    return route("/fiches/{}", identifier).text();
}

Url sheets_path(const Reading& reading)
{
    return reading.side == Side::staff ? route("/e/{}/fiches", reading.slug)
                                       : route("/p/{}/fiches", reading.slug);
}

Url sheet_path(const Reading& reading, std::string_view identifier)
{
    return reading.side == Side::staff ? route("/e/{}/fiches/{}", reading.slug, identifier)
                                       : route("/p/{}/fiches/{}", reading.slug, identifier);
}

Url post_path(const Reading& reading, std::string_view identifier, PostId post)
{
    return checked_local(sheet_path(reading, identifier).text() + "/publications/" + post.text());
}

Html sheet_page(const SheetPageView& view)
{
    const bool is_oldest = view.order == ReadingOrder::oldest_first;
    const auto before = is_oldest ? older_link(view) : newer_link(view);
    const auto after = is_oldest ? newer_link(view) : older_link(view);
    const auto room = view.reading.side == Side::staff ? " px-4 py-6" : "";
    const auto identifier = view.head.sheet.identifier;
    return div(cls(column, room), flag<"data-offline-page">(),
               attribute<"data-offline-label">(t("progress.comment.yours") + " · " + identifier),
               notice_of(view), orphan_of(view), head_of(view), tools_of(view), before,
               div(cls("my-5"), posts_of(view)),
               ui::waiting_place(
                   checked_local(sheet_path(view.reading, identifier).text() + "/publications")),
               after, drafts_of(view));
}

} // namespace progress
