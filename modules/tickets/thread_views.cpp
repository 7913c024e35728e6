#include "modules/tickets/thread_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/html/markdown.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace tickets
{

using namespace html;
using i18n::t;
using presets::Anchor;
using tenancy::Side;

namespace
{

const presets::Choice* choice_of(const presets::Preset& preset, Priority priority)
{
    for (const auto& choice : preset.choices_of("tickets.priority"))
        if (choice.code == forms::enum_name(priority)) return &choice;
    return nullptr;
}

ui::Tone tone_of(const presets::Preset& preset, Priority priority)
{
    const auto* choice = choice_of(preset, priority);
    if (choice == nullptr || !choice->details.contains("tone")) return ui::Tone::Gray;
    return ui::tone_named(choice->details.at("tone"));
}

ui::Icon icon_of(EventKind kind)
{
    switch (kind) {
    case EventKind::opened:
        return "inbox";
    case EventKind::moved:
        return "arrow-right";
    case EventKind::assigned:
        return "user-check";
    case EventKind::released:
        return "user-minus";
    case EventKind::prioritised:
        return "flag";
    case EventKind::shared:
        return "share-2";
    case EventKind::rated:
        return "star";
    case EventKind::linked:
    case EventKind::unlinked:
        return "link-2";
    case EventKind::merged:
    case EventKind::absorbed:
        return "merge";
    case EventKind::split:
        return "split";
    case EventKind::gathered:
    case EventKind::parted:
        return "network";
    case EventKind::corrected:
        break;
    }
    return "pencil";
}

std::optional<tenancy::MembershipId> member_of(const std::string& text)
{
    return tenancy::MembershipId::parse(text);
}

base::Params params_of(const Reading& reading, const TimelineEvent& event)
{
    base::Params params{{"name", reading.name_of(event.actor_id)}, {"number", event.new_value}};
    if (event.kind == EventKind::moved || event.kind == EventKind::opened)
        params.emplace_back("state", reading.state_label(event.new_value));
    if (event.kind == EventKind::assigned || event.kind == EventKind::shared)
        params.emplace_back("who", reading.name_of(member_of(event.new_value)));
    if (event.kind == EventKind::rated) params.emplace_back("score", score_text(event.new_value));
    return params;
}

/// Nothing for a state that the workflow has lost.
std::optional<Anchor> anchor_of(const Reading& reading, std::string_view code)
{
    const auto* state = presets::find_known_state(reading.preset->workflow("ticket"), code);
    if (state == nullptr) return {};
    return state->anchor;
}

bool is_over(std::optional<Anchor> anchor)
{
    return anchor && !is_open(*anchor);
}

/// Whoever takes a ticket for himself is not said to give it to himself.
std::string variant_of(const Reading& reading, const TimelineEvent& event)
{
    const bool is_own = event.kind == EventKind::assigned && event.actor_id &&
                        event.new_value == event.actor_id->text();
    if (is_own) return "taken";
    if (event.kind != EventKind::moved) return std::string{forms::enum_name(event.kind)};
    const auto before = anchor_of(reading, event.old_value);
    const auto after = anchor_of(reading, event.new_value);
    if (is_over(before) && !is_over(after)) return "reopened";
    return before == Anchor::resolved && is_over(after) ? "closed" : "moved";
}

/// Whether the state came with what `gift` says: taken or given, it is one deed and one line.
bool is_same_deed(const Reading& reading, const TimelineEvent& gift, const TimelineEvent& move)
{
    constexpr auto moment = std::chrono::seconds{1};
    const auto apart = move.happened_at - gift.happened_at;
    if (move.actor_id != gift.actor_id || apart > moment || apart < -moment) return false;
    const auto after = anchor_of(reading, move.new_value);
    return (gift.kind == EventKind::assigned && after == Anchor::assigned) ||
           (gift.kind == EventKind::released && after == Anchor::fresh);
}

bool is_told_by_another(const Reading& reading, const std::vector<TimelineEvent>& events,
                        const TimelineEvent& event)
{
    return event.kind == EventKind::moved && std::ranges::any_of(events, [&](const auto& other) {
               return is_same_deed(reading, other, event);
           });
}

std::string role_of(const Reading& reading, Side author_side)
{
    if (author_side == Side::portal) return t("tickets.thread.client");
    return reading.side == Side::portal ? t("tickets.thread.team") : std::string{};
}

Html body_of(const Reading& reading, const Message& message, const std::optional<Url>& correct)
{
    const auto kind = message.kind == MessageKind::resolution
                          ? p(ui::badge(t("tickets.thread.resolution"), ui::Tone::Green))
                          : none;
    return group(kind, words_of(reading, message.body),
                 correction_foot(message.edited_at, correct));
}

} // namespace

const std::string& Reading::name_of(const std::optional<tenancy::MembershipId>& id) const
{
    const auto found = id ? names.find(*id) : names.end();
    return found == names.end() ? business : found->second;
}

std::string Reading::state_label(std::string_view code) const
{
    const auto* state = presets::find_known_state(preset->workflow("ticket"), code);
    if (state == nullptr) return std::string{code};
    return side == Side::portal ? state->client_label : state->label;
}

Html thread_of(std::vector<Entry> entries)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.at < b.at; });
    return ui::thread(each(entries, [](const Entry& entry) { return entry.html; }));
}

ui::Moment moment_of(const Reading& reading, base::Instant at)
{
    return {.shown = i18n::relative(at, reading.now, reading.zone), .iso = base::iso(at)};
}

Entry description_entry(const Reading& reading, const Ticket& ticket, const Html& attachments)
{
    const auto& author =
        reading.name_of(ticket.requester_id ? *ticket.requester_id : ticket.opened_by);
    const auto side = ticket.requester_id ? Side::portal : Side::staff;
    return {ticket.opened_at, ui::message({.id = "description",
                                           .author = {.name = author},
                                           .role = role_of(reading, side),
                                           .at = moment_of(reading, ticket.opened_at),
                                           .body = markdown(ticket.description),
                                           .attachments = attachments})};
}

Entry message_entry(const Reading& reading, const Message& message,
                    const std::optional<Url>& correct, const Html& attachments)
{
    return {message.written_at, ui::message({.id = "message_" + message.id.text(),
                                             .author = {.name = reading.name_of(message.author_id)},
                                             .role = role_of(reading, message.author_side),
                                             .at = moment_of(reading, message.written_at),
                                             .body = body_of(reading, message, correct),
                                             .attachments = attachments})};
}

std::vector<Entry> event_entries(const Reading& reading, const std::vector<TimelineEvent>& events)
{
    std::vector<Entry> entries;
    for (const auto& event : events)
        if (event.kind != EventKind::opened && !is_told_by_another(reading, events, event))
            entries.push_back(event_entry(reading, event));
    return entries;
}

Entry event_entry(const Reading& reading, const TimelineEvent& event)
{
    const auto key =
        std::string{reading.side == Side::portal ? "tickets.event.portal." : "tickets.event."} +
        variant_of(reading, event);
    return {event.happened_at,
            ui::event(icon_of(event.kind), text(t(key, params_of(reading, event))),
                      moment_of(reading, event.happened_at))};
}

Html words_of(const Reading& reading, std::string_view body)
{
    const bool may_mention = !reading.team.empty() && body.find('@') != body.npos;
    return markdown(may_mention ? with_bold_mentions(body, reading.team) : std::string{body});
}

Html correction_foot(const std::optional<base::Instant>& edited_at,
                     const std::optional<Url>& correct)
{
    const auto edited = edited_at ? span(t("tickets.thread.edited")) : none;
    const auto action = correct ? ui::link(*correct, t("tickets.thread.correct")) : none;
    if (edited.empty() && action.empty()) return none;
    return p(cls("mt-2 flex gap-3 text-12 leading-6 text-fg-3"), edited, action);
}

Html state_badge(const Reading& reading, std::string_view code)
{
    const auto* state = presets::find_known_state(reading.preset->workflow("ticket"), code);
    const auto tone = state == nullptr ? ui::Tone::Gray : ui::tone_named(state->tone);
    return ui::badge(reading.state_label(code), tone);
}

ui::Priority bars_of(Priority priority)
{
    switch (priority) {
    case Priority::low:
        return ui::Priority::Low;
    case Priority::medium:
        return ui::Priority::Normal;
    case Priority::high:
        return ui::Priority::High;
    case Priority::urgent:
        break;
    }
    return ui::Priority::Urgent;
}

std::string priority_label(const presets::Preset& preset, Priority priority)
{
    const auto* choice = choice_of(preset, priority);
    return choice == nullptr ? std::string{forms::enum_name(priority)} : choice->label;
}

Html priority_mark(const Reading& reading, Priority priority)
{
    const auto words = t("tickets.priority",
                         {{"label", base::lower_ascii(priority_label(*reading.preset, priority))}});
    const bool is_loud = priority == Priority::high || priority == Priority::urgent;
    const auto tone = is_loud ? ui::tone_class(tone_of(*reading.preset, priority)) : "";
    return span(cls(is_loud ? "tone " : "text-fg-3", tone), title(words),
                ui::priority_bars(bars_of(priority)), span(cls("sr-only"), words));
}

std::string score_text(const std::string& score)
{
    return t("tickets.rating.score", {{"score", score}});
}

} // namespace tickets
