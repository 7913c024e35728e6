#include "modules/tickets/ticket_board_views.hpp"

#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/category_views.hpp"
#include "modules/tickets/ticket_list_views.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* help_id = "board-help";

/// Whether the delay of the move leaves it to this card.
bool is_in_time(const presets::Move& move, const BoardCard& card, base::Instant now)
{
    return !move.within_days || now - card.state_since <= std::chrono::days{*move.within_days};
}

Html choice_words(const BoardView& view, const presets::Move& move)
{
    return group(text(move.label),
                 span(cls("ml-auto pl-4 text-12 text-fg-3"), view.reading.state_label(move.to)));
}

Html move_button(const BoardView& view, const presets::Move& move)
{
    return button(type("submit"), name("move"), value(move.code), attribute<"data-to">(move.to),
                  choice_words(view, move));
}

Html move_link(const BoardView& view, const presets::Move& move, const BoardCard& card)
{
    return a(href(ticket_path(view.shown.slug, card.number).with("mode", move.code)),
             attribute<"data-to">(move.to), choice_words(view, move));
}

Url moving_path(const BoardView& view, const BoardCard& card)
{
    auto path = route("/e/{}/tickets/{}/tableau", view.shown.slug, card.number);
    const auto& filter = view.shown.filter;
    if (!filter.priority.empty()) path = path.with("priorite", filter.priority);
    if (filter.project) path = path.with("projet", filter.project.text());
    if (filter.client) path = path.with("client", filter.client.text());
    if (filter.assignee) path = path.with("attribue", filter.assignee.text());
    if (filter.category) path = path.with("categorie", filter.category.text());
    return path;
}

Html card_menu(const BoardView& view, const BoardColumn& column, const BoardCard& card)
{
    Html buttons;
    Html links;
    for (const auto* move : column.moves) {
        if (!is_in_time(*move, card, view.reading.now)) continue;
        if (asks_words(*move))
            links += move_link(view, *move, card);
        else
            buttons += move_button(view, *move);
    }
    if (buttons.empty() && links.empty()) return none;
    const auto name = t("tickets.board.move", {{"number", card.number}});
    const auto menu_id = "move_" + card.id.text();
    const auto form =
        ui::form({.action = moving_path(view, card), .guard = view.guard, .classes = "contents"},
                 ui::hidden_field("version", std::to_string(card.version)), buttons);
    return group(
        ui::icon_button({.label = name,
                         .icon = "ellipsis",
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small,
                         .classes = "kmenu",
                         .more = ui::opens(menu_id)}),
        ui::menu(
            {.id = menu_id, .label = name, .content = group(when(!buttons.empty(), form), links)}));
}

Html card_of(const BoardView& view, const BoardColumn& column, const BoardCard& card)
{
    const auto who = card.assignee_id ? ui::avatar({.name = view.reading.name_of(card.assignee_id),
                                                    .size = ui::AvatarSize::Small})
                                      : span(cls("text-fg-3"), t("tickets.unassigned"));
    const auto menu = card_menu(view, column, card);
    return li(
        id("ticket_", card.id.text()), cls("kcard"), flag<"data-card">(),
        when(card.is_unread, flag<"data-unread">()),
        when(!menu.empty(), attribute<"draggable">("true")),
        div(cls("flex items-start gap-1"),
            a(cls("kcard-link min-w-0 flex-1 break-words"), attribute<"draggable">("false"),
              attribute<"aria-describedby">(help_id),
              href(ticket_path(view.shown.slug, card.number)), card.title),
            menu),
        p(cls("mt-0.5 truncate text-12 text-fg-3"), card.client_name),
        p(cls("mt-2 flex items-center gap-1.5 text-12 text-fg-3"),
          span(cls("num shrink-0"), card.number), "·", span(cls("truncate"), card.project_name)),
        when(view.filed.contains(card.id),
             div(cls("mt-2 flex flex-wrap gap-1"), category_badges(view.filed, card.id))),
        div(cls("mt-2 flex h-5 items-center gap-2 text-12 text-fg-3"),
            priority_mark(view.reading, card.priority),
            ui::moment(moment_of(view.reading, card.last_activity_at)),
            when(card.is_unread, ui::dot(ui::Tone::Brand, t("tickets.board.unread"))),
            span(cls("flex-1")), who),
        when(view.signs.contains(card.id), div(cls("mt-2 flex"), sla_badge(view.signs, card.id))));
}

Html column_of(const BoardView& view, const BoardColumn& column)
{
    const auto& state = *column.state;
    const auto total = column.cards.empty() ? 0 : column.cards.front().total;
    auto filter = view.shown.filter;
    filter.state = state.code;
    const auto rest = place_of({.slug = view.shown.slug, .view = View::all}, filter);
    const bool has_more = total > static_cast<std::int64_t>(column.cards.size());
    const auto heading = "column_" + state.code;
    return section(
        cls("col"), attribute<"data-col">(state.code), attribute<"aria-labelledby">(heading),
        h2(cls("col-head"), id(heading), ui::dot(ui::tone_named(state.tone)), state.label,
           ui::count(static_cast<int>(total))),
        ul(flag<"data-cards">(),
           each(column.cards, [&](const BoardCard& card) { return card_of(view, column, card); })),
        when(column.cards.empty(),
             p(cls("px-1.5 pb-2 text-12 text-fg-3"), t("tickets.board.none"))),
        when(has_more, a(cls("link mt-2 block px-1.5 py-1 text-13"), href(rest),
                         t("tickets.board.others"), span(cls("sr-only"), " ", state.label))));
}

Html mine_chip(const BoardView& view)
{
    if (view.shown.filter.assignee) return none;
    auto filter = view.shown.filter;
    filter.assignee = view.reading.reader;
    return ui::chip_link(place_of(view.shown, filter), "user", t("tickets.view.mine"));
}

Html refusal_banner(const BoardView& view)
{
    if (view.refused.empty()) return none;
    return div(cls("px-4 pt-3 lg:px-5"),
               ui::banner({.tone = ui::Tone::Amber,
                           .icon = "triangle-alert",
                           .words = view.refused,
                           .action = ui::link(place_of(view.shown, view.shown.filter),
                                              t("tickets.board.again")),
                           .urgency = ui::Urgency::Alert}));
}

} // namespace

bool asks_words(const presets::Move& move)
{
    return move.demands("public_message") || move.demands("resolution_summary") ||
           move.demands("reason");
}

Html ticket_board(const BoardView& view)
{
    return group(refusal_banner(view),
                 div(cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
                     filter_bar(view.shown, view.reading), mine_chip(view), view.layout_switch),
                 p(cls("sr-only"), id(help_id), t("tickets.board.help")),
                 div(cls("board px-4 lg:px-5"), role("group"), tabindex("0"),
                     attribute<"aria-label">(t("tickets.board.label")),
                     attribute<"data-controller">("board"),
                     attribute<"data-board-grabbed-value">(t("tickets.board.grabbed")),
                     attribute<"data-board-nowhere-value">(t("tickets.board.nowhere")),
                     attribute<"data-board-cancelled-value">(t("tickets.board.cancelled")),
                     each(view.columns,
                          [&](const BoardColumn& column) { return column_of(view, column); })));
}

} // namespace tickets
