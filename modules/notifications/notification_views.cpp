#include "modules/notifications/notification_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/translate.hpp"

namespace notifications
{

using namespace html;
using i18n::t;

namespace
{

Url inside(const ListView& list, std::string_view end)
{
    return checked_local(list.place + std::string{end});
}

Html view_tabs(const ListView& list)
{
    const auto tab = [&](View view, int count) {
        auto filter = Filter{.view = view, .event = list.filter.event};
        return ui::Tab{.label = t("notifications.view." + std::string{forms::enum_name(view)}),
                       .to = list_url(list.place, filter),
                       .count = count,
                       .icon = {},
                       .is_current = view == list.filter.view};
    };
    const std::vector<ui::Tab> views{tab(View::all, 0), tab(View::unread, list.unread)};
    const auto called = t("notifications.view.label");
    return list.title.empty() ? ui::tabs(called, views) : ui::segmented(called, views);
}

Html kind_form(const ListView& list)
{
    return ui::form({.action = inside(list, ""),
                     .method = ui::FormMethod::Get,
                     .classes = "flex flex-wrap items-end gap-2"},
                    ui::hidden_field("vue", forms::enum_name(list.filter.view)),
                    div(label(cls("sr-only"), for_("f-type"), t("notifications.filter.label")),
                        select(cls("input"), id("f-type"), name("type"),
                               option(value(""), t("notifications.filter.any")),
                               each(list.events,
                                    [&](const ui::Choice& choice) {
                                        return option(
                                            value(choice.value),
                                            when(choice.value == list.filter.event, selected()),
                                            choice.label);
                                    }))),
                    ui::submit({.label = t("notifications.filter.submit")}));
}

/// The return to this list, in every form of it.
Html way_back(const ListView& list)
{
    return group(list.guard, ui::hidden_field("vue", forms::enum_name(list.filter.view)),
                 ui::hidden_field("type", list.filter.event));
}

Html mark_form(const ListView& list, const Line& line)
{
    const auto verb = t(line.is_unread ? "notifications.mark_read" : "notifications.mark_unread");
    return ui::form(
        {.action = inside(list, "/" + line.id.text() + "/lecture"),
         .guard = way_back(list),
         .classes = "contents"},
        ui::hidden_field("is_read", line.is_unread ? "1" : "0"),
        ui::icon_submit({.label = verb + " · " + line.title,
                         .icon = line.is_unread ? ui::Icon{"mail-open"} : ui::Icon{"mail"},
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small}));
}

Html row_of(const ListView& list, const Line& line)
{
    const auto about = line.detail.empty() ? line.title : line.detail + " · " + line.title;
    const auto words =
        a(cls("min-w-0 flex-1"), href(inside(list, "/" + line.id.text())),
          span(cls("line-clamp-2 text-13 md:line-clamp-1 ",
                   line.is_unread ? "font-[620]" : "text-fg-2"),
               line.is_unread ? span(cls("sr-only"), t("notifications.unread"), " ") : none,
               line.sentence),
          span(cls("block truncate text-12 text-fg-3"),
               span(cls("sm:hidden"), line.at.shown, " · "), about));
    return li(cls("row relative"), id("notification_" + line.id.text()),
              when(line.is_unread, flag<"data-unread">()),
              ui::tile(ui::Icon::named(line.icon), ui::tone_named(line.tone)), words,
              line.is_unread ? ui::dot(ui::Tone::Brand) : none,
              span(cls("hidden shrink-0 num text-12 text-fg-3 sm:inline"), ui::moment(line.at)),
              mark_form(list, line));
}

Html nothing(const ListView& list)
{
    const bool is_unread = list.filter.view == View::unread;
    return ui::empty_state(
        {.icon = "bell",
         .title = t(is_unread ? "notifications.empty.unread" : "notifications.empty.all"),
         .detail =
             t(is_unread ? "notifications.empty.unread_detail" : "notifications.empty.all_detail"),
         .actions = {},
         .reference = {}});
}

/// Its words on wide windows, an icon on phones.
Html mark_all_form(const ListView& list)
{
    ui::Button button{.label = t("notifications.mark_all"),
                      .icon = "check-check",
                      .size = ui::ButtonSize::Small,
                      .classes = "max-sm:!hidden"};
    const auto words = ui::submit(button);
    button.kind = ui::ButtonKind::Ghost;
    button.size = ui::ButtonSize::Normal;
    button.classes = "sm:!hidden";
    return ui::form(
        {.action = inside(list, "/lecture"), .guard = way_back(list), .classes = "contents"}, words,
        ui::icon_submit(button));
}

} // namespace

Url list_url(std::string_view place, const Filter& filter)
{
    auto url = checked_local(place);
    if (filter.view != View::all) url = url.with("vue", forms::enum_name(filter.view));
    if (!filter.event.empty()) url = url.with("type", filter.event);
    return url;
}

Html list_actions(const ListView& list)
{
    return group(
        when(list.unread > 0, mark_all_form(list)),
        ui::icon_link(inside(list, "/preferences"), {.label = t("notifications.preference.title"),
                                                     .icon = "settings-2",
                                                     .kind = ui::ButtonKind::Ghost}));
}

Html notification_list(const ListView& list)
{
    const auto rows = ul(attribute<"aria-label">(t("notifications.title")),
                         each(list.lines, [&](const Line& line) { return row_of(list, line); }));
    const auto head =
        when(!list.title.empty(),
             div(cls("flex flex-wrap items-center justify-between gap-3"),
                 h1(cls("h1"), list.title), span(cls("flex gap-2"), list_actions(list))));
    return group(
        list.title.empty() ? view_tabs(list) : none,
        div(cls("mx-auto grid w-full grid-cols-1 max-w-[820px] gap-4 ",
                list.title.empty() ? "p-4 sm:p-6" : ""),
            head,
            div(cls("flex flex-wrap items-center justify-between gap-3"),
                list.title.empty() ? none : view_tabs(list), kind_form(list)),
            ui::card({}, list.lines.empty() ? nothing(list) : rows),
            list.next ? ui::pager({.range = {}, .previous = {}, .next = list.next}) : none));
}

} // namespace notifications
