#pragma once

#include "kernel/html/ui/thread.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/tickets/mention.hpp"
#include "modules/tickets/message.hpp"
#include "modules/tickets/timeline.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the pages of the team and those of the client share about a request. Nothing here knows
/// internal notes.
namespace tickets
{

/// Who is who on a page, and when it is.
struct Reading {
    std::map<tenancy::MembershipId, std::string> names;
    tenancy::MembershipId reader;
    tenancy::Side side = tenancy::Side::staff;
    base::Instant now;
    std::string zone;
    const presets::Preset* preset = nullptr;
    std::vector<Mentionable> team; ///< whose mentions stand out; nobody on a client's page
    std::string business;          ///< the name for what the platform does by itself

    const std::string& name_of(const std::optional<tenancy::MembershipId>& id) const;
    std::string state_label(std::string_view state) const;
};

/// A piece of the thread and its moment.
struct Entry {
    base::Instant at;
    html::Html html;
};
/// In order of time; those of one moment stay in the order given.
html::Html thread_of(std::vector<Entry> entries);

ui::Moment moment_of(const Reading& reading, base::Instant at);
/// The description, as the first message.
Entry description_entry(const Reading& reading, const Ticket& ticket,
                        const html::Html& attachments);
/// `correct` is where its author may correct it, while he may.
Entry message_entry(const Reading& reading, const Message& message,
                    const std::optional<html::Url>& correct, const html::Html& attachments);
/// What was written, with the colleagues it mentions in bold.
html::Html words_of(const Reading& reading, std::string_view body);
/// Under what was written: that it was corrected, and where its author may correct it.
html::Html correction_foot(const std::optional<base::Instant>& edited_at,
                           const std::optional<html::Url>& correct);
Entry event_entry(const Reading& reading, const TimelineEvent& event);
/// One line a deed: a ticket taken is one line though its state changed too. The opening is told by
/// the description.
std::vector<Entry> event_entries(const Reading& reading, const std::vector<TimelineEvent>& events);

html::Html state_badge(const Reading& reading, std::string_view state);
html::Html priority_mark(const Reading& reading, Priority priority);
ui::Priority bars_of(Priority priority);
std::string priority_label(const presets::Preset& preset, Priority priority);
/// What stays in memory of a client's stars: « 4 sur 5 ».
std::string score_text(const std::string& score);

} // namespace tickets
