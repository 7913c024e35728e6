#include "modules/tickets/ticket_thread_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/record.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/attachment_views.hpp"
#include "modules/tickets/merge_views.hpp"
#include "modules/tickets/note_actions.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Entry note_entry(const TicketPageView& view, const Note& note, const Html& attachments)
{
    const auto& reading = view.reading;
    std::optional<Url> correct;
    if (view.rights.may_note && note.ticket_id == view.ticket.id &&
        is_correctable(note, reading.reader, reading.now))
        correct =
            route("/e/{}/tickets/{}/notes/{}/modifier", view.slug, view.ticket.number, note.id);
    return {note.written_at,
            ui::internal_note({.id = "note_" + note.id.text(),
                               .author = {.name = reading.name_of(note.author_id)},
                               .at = moment_of(reading, note.written_at),
                               .body = group(words_of(reading, note.body),
                                             correction_foot(note.edited_at, correct)),
                               .attachments = attachments})};
}

/// Where a message was written, or the way to make a ticket of it.
Html under(const TicketPageView& view, const Message& message)
{
    if (message.ticket_id != view.ticket.id) return origin_mark(view.absorbed, message.ticket_id);
    if (!view.rights.may_split) return none;
    return p(cls("mt-2 text-12"), ui::link(route("/e/{}/tickets/{}/messages/{}/ticket", view.slug,
                                                 view.ticket.number, message.id),
                                           t("tickets.split.open")));
}

} // namespace

Html conversation_of(const TicketPageView& view)
{
    const auto& may_open = view.rights.may_open_files;
    const auto back = ticket_path(view.slug, view.ticket.number);
    const ThreadFiles files{view.slug, view.reading, view.files, back, may_open};
    const ThreadFiles note_files{view.slug, view.reading, view.note_files, back, may_open};
    auto entries = event_entries(view.reading, view.events);
    entries.insert(entries.begin(),
                   description_entry(view.reading, view.ticket, attachments(files, 0)));
    for (const auto& message : view.messages) {
        std::optional<Url> correct;
        if (message.ticket_id == view.ticket.id &&
            is_correctable(message, view.reading.reader, view.reading.now))
            correct = route("/e/{}/tickets/{}/messages/{}/modifier", view.slug, view.ticket.number,
                            message.id);
        entries.push_back(
            message_entry(view.reading, message, correct,
                          group(attachments(files, message.id.value), under(view, message))));
    }
    for (const auto& note : view.notes)
        entries.push_back(note_entry(view, note,
                                     group(attachments(note_files, note.id.value),
                                           origin_mark(view.absorbed, note.ticket_id))));
    return thread_of(std::move(entries));
}

} // namespace tickets
