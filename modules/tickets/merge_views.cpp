#include "modules/tickets/merge_views.hpp"

#include "kernel/html/markdown.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

/// Lines of a preview; the merge itself has no such limit.
constexpr std::size_t lines_shown = 30;

Html ticket_row(const MergePreviewView& view, const Ticket& ticket, const char* what)
{
    return ui::row({.title = ticket.number + " · " + ticket.title,
                    .detail = view.is_possible ? t(what) : std::string{},
                    .aside = state_badge(view.reading, ticket.state)});
}

Html line_of(const MergePreviewView& view, const MergedLine& line)
{
    const auto kind =
        line.is_note ? ui::badge(t("tickets.merge.note"), ui::Tone::Amber, ui::Dot::No) : none;
    return ui::row({.title = line.author,
                    .detail = line.excerpt,
                    .aside = group(kind, span(cls("num hidden sm:inline"), line.number),
                                   ui::moment(moment_of(view.reading, line.at)))});
}

Html thread_to_come(const MergePreviewView& view)
{
    const auto shown = std::min(view.lines.size(), lines_shown);
    const std::vector<MergedLine> lines{view.lines.begin(),
                                        view.lines.begin() + static_cast<std::ptrdiff_t>(shown)};
    const auto rest = std::to_string(view.lines.size() - shown);
    return ui::card({.title = t("tickets.merge.thread"),
                     .id = "merged-thread",
                     .count = static_cast<int>(view.lines.size())},
                    group(each(lines, [&](const MergedLine& line) { return line_of(view, line); }),
                          when(shown < view.lines.size(),
                               ui::card_body(p(cls("text-13 text-fg-3"),
                                               t("tickets.merge.more", {{"count", rest}}))))));
}

Html refusal_of(const MergePreviewView& view)
{
    if (view.refused.empty()) return none;
    const bool is_of_others = view.ending.client_id != view.kept.client_id;
    return ui::banner(
        {.tone = ui::Tone::Amber,
         .icon = "triangle-alert",
         .words = view.refused,
         .action = when(is_of_others, ui::link(view.incident, t("tickets.merge.to_incident"))),
         .urgency = ui::Urgency::Alert});
}

Html merging(const MergePreviewView& view)
{
    if (!view.is_possible) return none;
    return ui::form(
        {.action = view.page, .guard = view.guard}, ui::hidden_field("into", view.kept.number),
        ui::hidden_field("version", std::to_string(view.ending.version)),
        ui::hidden_field("into_version", std::to_string(view.kept.version)),
        ui::form_actions(
            ui::submit({.label = t("tickets.merge.submit",
                                   {{"number", view.ending.number}, {"kept", view.kept.number}}),
                        .icon = "merge",
                        .kind = ui::ButtonKind::Primary}),
            ui::link_button(view.page, {.label = t("tickets.merge.choose_another"),
                                        .kind = ui::ButtonKind::Ghost})));
}

} // namespace

Html origin_mark(const std::vector<Ticket>& absorbed, TicketId written_in)
{
    const auto origin = std::ranges::find(absorbed, written_in, &Ticket::id);
    if (origin == absorbed.end()) return none;
    return p(cls("mt-2 flex items-center gap-1.5 text-12 text-fg-3"), ui::icon("merge", "i-sm"),
             t("tickets.merge.from", {{"number", origin->number}, {"title", origin->title}}));
}

Html merge_choice(const MergeChoiceView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[640px] gap-5 px-4 py-6"),
               div(h1(cls("h1"), t("tickets.merge.title")),
                   p(cls("mt-1 text-13 text-fg-3"), view.ending.number, " · ", view.ending.title),
                   p(cls("mt-3 text-14 text-fg-2"), t("tickets.merge.detail"))),
               picker_search(view.picker), picker_results(view.picker));
}

Html merge_preview(const MergePreviewView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[760px] gap-5 px-4 py-6"),
               div(h1(cls("h1"), t("tickets.merge.title")),
                   p(cls("mt-1 text-13 text-fg-3"), view.client_name)),
               refusal_of(view),
               ui::card({.title = {}, .id = {}},
                        group(ticket_row(view, view.kept, "tickets.merge.kept"),
                              ticket_row(view, view.ending, "tickets.merge.ending"))),
               when(view.is_possible,
                    p(cls("text-13"), ui::link(view.other_way, t("tickets.merge.other_way")))),
               when(view.is_possible,
                    p(cls("text-14 text-fg-2"),
                      t("tickets.merge.files", {{"count", std::to_string(view.files)}}))),
               when(view.is_possible, thread_to_come(view)), merging(view));
}

Html split_form(const SplitView& view)
{
    return div(
        cls("mx-auto grid w-full grid-cols-1 max-w-[640px] gap-5 px-4 py-6"),
        div(h1(cls("h1"), t("tickets.split.title")),
            p(cls("mt-2 text-14 text-fg-2"), t("tickets.split.detail"))),
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::input_field(view.fields.field("title", view.title)),
                 ui::card({.title = {}, .id = {}}, ui::card_body(markdown(view.body))),
                 ui::form_actions(ui::submit({.label = t("tickets.split.submit"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("tickets.correct.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

} // namespace tickets
