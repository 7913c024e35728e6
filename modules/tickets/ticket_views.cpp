#include "modules/tickets/ticket_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/markdown.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/record.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/attachment_views.hpp"
#include "modules/tickets/checklist_views.hpp"
#include "modules/tickets/link_views.hpp"
#include "modules/tickets/reply_views.hpp"
#include "modules/tickets/ticket_thread_views.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Url action_path(const TicketPageView& view, const char* what)
{
    return checked_local(ticket_path(view.slug, view.ticket.number).text() + "/" + what);
}

Url mode_path(const TicketPageView& view, std::string_view mode)
{
    return ticket_path(view.slug, view.ticket.number)
        .with("mode", mode)
        .at("composer-" + std::string{mode});
}

bool needs_words(const presets::Move& move)
{
    return move.demands("public_message") || move.demands("resolution_summary") ||
           move.demands("reason");
}

/// Who asked and who wrote it down, when they are not the same.
std::string opened_by(const TicketPageView& view)
{
    const auto& ticket = view.ticket;
    const bool is_sent = ticket.requester_id == ticket.opened_by;
    const std::string who = is_sent ? "sent." : ticket.requester_id ? "asked." : "opened.";
    return t("tickets.page." + who + std::string{forms::enum_name(ticket.origin)},
             {{"name", view.reading.name_of(ticket.opened_by)},
              {"client", view.reading.name_of(ticket.requester_id)},
              {"when", moment_of(view.reading, ticket.opened_at).shown}});
}

/// What may be done with the ticket now, under its title on every screen: what needs no words is a
/// button, the rest leads to the box under the thread. Taking and resolving are in the bar.
Html moves(const TicketPageView& view)
{
    auto buttons = each(view.rights.moves, [&](const presets::Move* move) {
        if (move->demands("assignee") || move->demands("resolution_summary")) return none;
        if (needs_words(*move))
            return ui::link_button(mode_path(view, move->code),
                                   {.label = move->label, .size = ui::ButtonSize::Small});
        return ui::form(
            {.action = action_path(view, "deplacement"), .guard = view.guard, .classes = ""},
            ui::hidden_field("version", std::to_string(view.ticket.version)),
            ui::submit({.label = move->label,
                        .size = ui::ButtonSize::Small,
                        .name = "move",
                        .value = move->code}));
    });
    if (buttons.empty()) return none;
    return div(cls("mt-3 flex flex-wrap gap-2"), role("group"),
               attribute<"aria-label">(t("tickets.page.moves")), buttons);
}

Html head(const TicketPageView& view)
{
    const auto& ticket = view.ticket;
    const bool is_urgent = ticket.priority == Priority::urgent && ticket.is_open;
    return group(
        view.conflict.empty() ? none
                              : div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                                             .icon = "triangle-alert",
                                                             .words = view.conflict,
                                                             .urgency = ui::Urgency::Alert})),
        h1(cls("h1"), ticket.title),
        div(cls("mt-2.5 flex flex-wrap items-center gap-2"),
            state_badge(view.reading, ticket.state),
            when(is_urgent, ui::badge(priority_label(*view.reading.preset, ticket.priority),
                                      ui::Tone::Red, ui::Dot::No)),
            span(cls("text-13 text-fg-3"), opened_by(view))),
        linked_strip(view), moves(view));
}

Html modes(const TicketPageView& view)
{
    const auto kind = view.composer.kind;
    std::vector<ui::Tab> tabs;
    if (view.rights.may_reply)
        tabs.push_back({.label = t("tickets.composer.reply"),
                        .to = mode_path(view, "reply"),
                        .is_current = kind == ComposerMode::Kind::reply});
    if (view.rights.may_note)
        tabs.push_back({.label = t("tickets.composer.note"),
                        .to = mode_path(view, "note"),
                        .icon = "lock",
                        .is_current = kind == ComposerMode::Kind::note});
    if (kind == ComposerMode::Kind::move)
        tabs.push_back({.label = view.composer.move->label,
                        .to = mode_path(view, view.composer.move->code),
                        .is_current = true});
    const auto to = kind == ComposerMode::Kind::note
                        ? t("tickets.composer.to_team")
                        : t("tickets.composer.to", {{"name", view.client.name}});
    return group(ui::segmented(t("tickets.composer.label"), tabs), span(cls("flex-1")),
                 span(cls("hidden text-12 text-fg-3 sm:inline"), to));
}

Html reason_field(const TicketPageView& view)
{
    const auto& workflow = view.reading.preset->workflow("ticket");
    std::vector<ui::Choice> reasons;
    for (const auto& code : view.composer.move->reasons)
        reasons.push_back({.value = code, .label = workflow.reasons.at(code)});
    return div(cls("w-48"), ui::select_field({.name = "reason",
                                              .label = t("tickets.composer.reason"),
                                              .value = view.composer.reason,
                                              .error = view.composer.reason_error,
                                              .placeholder = t("tickets.composer.choose_reason")},
                                             reasons));
}

/// Notes are for the team: a reply is not.
Html picker(const TicketPageView& view)
{
    if (view.composer.kind == ComposerMode::Kind::note) return none;
    const auto* move = view.composer.move;
    return reply_picker({.ticket = ticket_path(view.slug, view.ticket.number),
                         .mode = move == nullptr ? "reply" : move->code,
                         .replies = view.replies});
}

Html composer_tools(const TicketPageView& view)
{
    if (view.composer.kind != ComposerMode::Kind::move) return group(attach_tool(), picker(view));
    const auto& move = *view.composer.move;
    return group(picker(view), ui::hidden_field("move", move.code),
                 ui::hidden_field("version", std::to_string(view.ticket.version)),
                 move.demands("reason") ? reason_field(view) : none);
}

/// Whom « @ » proposes; read by web/controllers/mentions.ts, and nothing without it.
Html people(const TicketPageView& view)
{
    const auto options = each(view.reading.team, [&](const Mentionable& member) {
        if (member.id == view.reading.reader) return none;
        return li(role("option"), id("mention-" + member.id.text()),
                  attribute<"data-name">(member.name),
                  span(attribute<"aria-hidden">("true"),
                       ui::avatar({.name = member.name, .size = ui::AvatarSize::Small})),
                  member.name);
    });
    return ul(role("listbox"), id("mentions"), cls("mentions panel"), flag<"hidden">(),
              attribute<"data-composer-target">("people"),
              attribute<"aria-label">(t("tickets.composer.people")), options);
}

struct ComposerWords {
    std::string mode;
    const char* path;
    std::string label;
    std::string placeholder;
    std::string button;
};

ComposerWords composer_words(const ComposerMode& composer)
{
    switch (composer.kind) {
    case ComposerMode::Kind::reply:
        break;
    case ComposerMode::Kind::note:
        return {"note", "notes", t("tickets.composer.note_label"),
                t("tickets.composer.note_placeholder"), t("tickets.composer.note_send")};
    case ComposerMode::Kind::move:
        const bool is_summary = composer.move->demands("resolution_summary");
        const bool is_optional = composer.move->demands("reason");
        const std::string what = is_summary ? "summary" : is_optional ? "optional" : "question";
        return {composer.move->code, "deplacement", t("tickets.composer." + what + "_label"),
                t("tickets.composer." + what + "_placeholder"), composer.move->label};
    }
    return {"reply", "messages", t("tickets.composer.reply_label"),
            t("tickets.composer.reply_placeholder"), t("tickets.composer.reply_send")};
}

Html composer(const TicketPageView& view)
{
    if (!view.rights.may_reply && !view.rights.may_note &&
        view.composer.kind != ComposerMode::Kind::move)
        return none;
    const auto words = composer_words(view.composer);
    return ui::composer(
        {.id = "composer-" + words.mode,
         .action = action_path(view, words.path),
         .guard = view.guard,
         .label = words.label,
         .placeholder = words.placeholder,
         .value = view.composer.value,
         .error = view.composer.error,
         .top = modes(view),
         .tools = group(composer_tools(view), people(view)),
         .send = ui::submit(
             {.label = words.button, .kind = ui::ButtonKind::Primary, .hotkey = "Mod+Enter"}),
         .leave_question = t("tickets.composer.leave"),
         .has_files = view.composer.kind != ComposerMode::Kind::move,
         .offline_label = view.composer.kind == ComposerMode::Kind::move
                              ? std::string{}
                              : words.label + " · " + view.ticket.number});
}

Html take_button(const TicketPageView& view)
{
    return ui::form(
        {.action = action_path(view, "prise-en-charge"), .guard = view.guard, .classes = ""},
        ui::submit({.label = t("tickets.page.take"),
                    .icon = "hand",
                    .kind = ui::ButtonKind::Primary,
                    .hotkey = "a"}));
}

Html client_alert(const crm::AlertToday& alert)
{
    return ui::banner({.tone = alert.is_blocking ? ui::Tone::Red : ui::Tone::Amber,
                       .icon = alert.is_blocking ? ui::Icon{"octagon-alert"} : ui::Icon{"info"},
                       .strong = t(alert.is_blocking ? "tickets.client_alert.first"
                                                     : "tickets.client_alert.know"),
                       .words = alert.words});
}

} // namespace

Html ticket_page(const TicketPageView& view)
{
    return ui::record(
        {.head = group(each(view.client_alerts, client_alert), head(view)),
         .thread = group(checklist_cards(view), conversation_of(view), ui::presence()),
         .composer = composer(view),
         .panel = ticket_panel(view),
         .panel_label = t("tickets.page.panel")});
}

Html ticket_actions_bar(const TicketPageView& view)
{
    Html bar;
    if (view.rights.may_take) bar += take_button(view);
    for (const auto* move : view.rights.moves)
        if (move->demands("resolution_summary"))
            bar += ui::link_button(mode_path(view, move->code),
                                   {.label = move->label, .icon = "check", .hotkey = "e"});
    return bar;
}

} // namespace tickets
