#include "modules/tickets/incident_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/ticket_list_views.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Url page_of(const IncidentView& view, const char* what = "")
{
    return checked_local(ticket_path(view.slug, view.ticket.number).text() + "/incident" + what);
}

Html parting(const IncidentView& view, const GatheredTicket& other)
{
    return ui::form(
        {.action = page_of(view, "/retrait"), .guard = view.guard, .classes = ""},
        ui::hidden_field("other", other.number),
        ui::icon_submit({.label = t("tickets.incident.part", {{"number", other.number}}),
                         .icon = "x",
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small}));
}

Html gathered_row(const IncidentView& view, const GatheredTicket& other)
{
    return div(cls("row"),
               span(cls("min-w-0 flex-1"),
                    a(cls("link text-13"), href(ticket_path(view.slug, other.number)), other.number,
                      " · ", other.title),
                    span(cls("block truncate text-12 text-fg-3"), other.client_name)),
               span(cls("hidden sm:inline"), state_badge(view.reading, other.state)),
               parting(view, other));
}

Html gathered(const IncidentView& view)
{
    if (view.above)
        return ui::card({.title = t("tickets.incident.above"), .id = "above"},
                        gathered_row(view, *view.above));
    if (view.children.empty()) return none;
    const auto shown = static_cast<std::int64_t>(view.children.size());
    const auto rest = std::to_string(view.count - shown);
    return ui::card(
        {.title = t("tickets.incident.children"),
         .id = "children",
         .count = static_cast<int>(view.count)},
        group(each(view.children,
                   [&](const GatheredTicket& child) { return gathered_row(view, child); }),
              when(shown < view.count,
                   ui::card_body(p(cls("text-13 text-fg-3"),
                                   t("tickets.incident.more", {{"count", rest}}))))));
}

std::string reason_of(const std::string& code)
{
    if (code == "tickets.refusal.closed") return t("tickets.incident.reason.closed");
    if (code == "tickets.incident.refusal.no_right") return t("tickets.incident.reason.no_right");
    return t("tickets.incident.reason.no_move");
}

/// « 12 faits, 2 refusés »; nothing of what is none.
std::string progress_words(const Progress& progress)
{
    std::vector<std::string> words;
    const auto say = [&](const std::string& words_of, std::int64_t count) {
        if (count > 0) words.push_back(words_of);
    };
    const auto in = [](std::int64_t count) {
        return base::Params{{"count", std::to_string(count)}};
    };
    say(t("tickets.incident.done", in(progress.done)), progress.done);
    say(t("tickets.incident.refused", in(progress.refused)), progress.refused);
    say(t("tickets.incident.waiting", in(progress.waiting)), progress.waiting);
    return base::join(words, ", ");
}

Html sent_row(const IncidentView& view, const BroadcastLine& line)
{
    const auto words = progress_words(line.progress);
    const auto why = each(line.refused, [&](const RefusedDelivery& refused) {
        return li(a(cls("link"), href(ticket_path(view.slug, refused.number)), refused.number), " ",
                  reason_of(refused.reason));
    });
    return div(cls("row"),
               span(cls("min-w-0 flex-1 text-13"),
                    span(cls("block"), excerpt_of(line.broadcast.body)),
                    span(cls("block text-12 text-fg-3"),
                         view.reading.name_of(line.broadcast.author_id), " · ", words),
                    when(!line.refused.empty(), ul(cls("mt-1 text-12 text-fg-2"), why))),
               ui::moment(moment_of(view.reading, line.broadcast.sent_at)));
}

Html sending(const IncidentView& view)
{
    if (!view.may_send || view.count == 0) return none;
    const std::vector<ui::Choice> kinds{
        {.value = "answer", .label = t("tickets.incident.kind.answer")},
        {.value = "resolve",
         .label = t("tickets.incident.kind.resolve"),
         .hint = t("tickets.incident.kind.resolve_hint")}};
    const auto preset = view.ticket.resolution_summary;
    const auto kind = preset.empty() ? "answer" : "resolve";
    const auto body = view.fields.field("body", preset);
    const auto choice = view.fields.field("kind", kind);
    const auto count = std::to_string(view.count + 1); // the incident is told too
    return ui::card(
        {.title = t("tickets.incident.send"), .id = "send"},
        ui::card_body(ui::form(
            {.action = page_of(view, "/envoi"), .guard = view.guard}, ui::text_area(body, 6),
            ui::radio_group(choice, kinds),
            ui::form_actions(ui::submit({.label = t("tickets.incident.submit", {{"count", count}}),
                                         .icon = "send",
                                         .kind = ui::ButtonKind::Primary})))));
}

Html choosing(const IncidentView& view)
{
    if (view.above) return none;
    const bool is_child = view.as == GatherAs::child;
    const bool has_choice = view.count == 0;
    const std::vector<ui::Tab> ways{
        {.label = t("tickets.incident.as.incident"), .to = page_of(view), .is_current = !is_child},
        {.label = t("tickets.incident.as.child"),
         .to = page_of(view).with("sous", "1"),
         .is_current = is_child}};
    return group(when(has_choice, ui::segmented(t("tickets.incident.as.label"), ways)),
                 picker_search(view.picker),
                 ui::form({.action = page_of(view), .guard = view.guard},
                          ui::hidden_field("as", is_child ? "child" : "incident"),
                          picker_results(view.picker)));
}

} // namespace

Html incident_page(const IncidentView& view)
{
    const auto refusal = when(!view.refused.empty(), ui::banner({.tone = ui::Tone::Amber,
                                                                 .icon = "triangle-alert",
                                                                 .words = view.refused,
                                                                 .urgency = ui::Urgency::Alert}));
    const auto sent = when(
        !view.sent.empty(),
        ui::card({.title = t("tickets.incident.sent"), .id = "sent"},
                 each(view.sent, [&](const BroadcastLine& line) { return sent_row(view, line); })));
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5 px-4 py-6"),
               div(h1(cls("h1"), t("tickets.incident.title")),
                   p(cls("mt-1 text-13 text-fg-3"), view.ticket.number, " · ", view.ticket.title),
                   p(cls("mt-3 text-14 text-fg-2"), t("tickets.incident.detail"))),
               refusal, view.fields.summary(), sending(view), sent, gathered(view), choosing(view));
}

} // namespace tickets
