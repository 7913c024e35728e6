#include "modules/tickets/sla_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/shown_times.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

/// In hours from a day on: a day of opening hours is no day of the calendar.
std::string length_of(Length length)
{
    if (length >= std::chrono::days{1})
        return t(
            "tickets.sla.many_hours",
            {{"hours", std::to_string(std::chrono::floor<std::chrono::hours>(length).count())}});
    return i18n::duration(std::chrono::duration_cast<std::chrono::seconds>(length));
}

SlaSign sign_of(const SlaClock& clock, base::Instant now, const OpeningHours& hours)
{
    const auto about = t("tickets.sla.kind." + std::string{forms::enum_name(clock.kind)});
    const auto left = left_at(clock, now, hours);
    if (left <= Length{0})
        return {ui::Tone::Red, "triangle-alert",
                t("tickets.sla.over", {{"length", length_of(-left)}}), about};
    if (!clock.running_since) return {ui::Tone::Gray, "pause", t("tickets.sla.paused"), about};
    const auto words = [&](const char* key) { return t(key, {{"length", length_of(left)}}); };
    if (is_near(clock, now, hours))
        return {ui::Tone::Amber, "clock", words("tickets.sla.near"), about};
    return {ui::Tone::Gray, "clock", words("tickets.sla.left"), about};
}

} // namespace

SlaSigns signs_of(const std::vector<SlaClock>& clocks, base::Instant now, const OpeningHours& hours)
{
    SlaSigns signs;
    for (const auto& clock : clocks) {
        if (clock.running_since) i18n::ShownTimes::note(now, now, hours.zone);
        signs.try_emplace(clock.ticket_id, sign_of(clock, now, hours));
    }
    return signs;
}

Html sla_badge(const SlaSigns& signs, TicketId ticket)
{
    const auto found = signs.find(ticket);
    if (found == signs.end()) return none;
    const auto& sign = found->second;
    return span(title(sign.about + " · " + sign.words), cls("badge ", ui::tone_class(sign.tone)),
                ui::icon(sign.icon, "i-sm"), sign.words, span(cls("sr-only"), " · ", sign.about));
}

ui::Property sla_property(const SlaSigns& signs, TicketId ticket)
{
    const auto found = signs.find(ticket);
    if (found == signs.end()) return {};
    return {.label = found->second.about, .value = sla_badge(signs, ticket)};
}

} // namespace tickets
