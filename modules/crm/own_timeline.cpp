#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/author_names.hpp"
#include "modules/crm/client_note_store.hpp"
#include "modules/crm/interaction_store.hpp"
#include "modules/crm/interaction_views.hpp"
#include "modules/crm/timeline.hpp"

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;
using Entries = std::vector<TimelineEntry>;

constexpr std::size_t title_length = 120; // code points

std::string title_of(const std::string& words)
{
    return base::shorten(words.substr(0, words.find('\n')), title_length);
}

std::string page_of(const TimelineSpan& span, std::string_view end)
{
    return "/clients/" + span.client.text() + std::string{end};
}

TimelineEntry entry_of(const Interaction& row, const TimelineSpan& span, AuthorNames& names)
{
    const auto whom = row.author_id ? names.of(*row.author_id) : row.correspondent;
    return {.id = row.id.value,
            .happened_at = row.happened_at,
            .title = title_of(row.summary),
            .detail = interaction_facts(row) + " · " + whom,
            .path = page_of(span, "/echanges")};
}

Entries journal(WorkspaceTransaction& tx, const TimelineSpan& span, Journal part)
{
    AuthorNames names{tx};
    Entries entries;
    for (const auto& row : InteractionStore{tx}.journal(span, part))
        entries.push_back(entry_of(row, span, names));
    return entries;
}

Entries exchanges(WorkspaceTransaction& tx, const TimelineSpan& span)
{
    return journal(tx, span, Journal::exchanges);
}

Entries mails(WorkspaceTransaction& tx, const TimelineSpan& span)
{
    return journal(tx, span, Journal::mails);
}

Entries notes(WorkspaceTransaction& tx, const TimelineSpan& span)
{
    AuthorNames names{tx};
    Entries entries;
    for (const auto& note : ClientNoteStore{tx}.notes_in(span)) {
        const auto category = std::string{forms::enum_name(note.category)};
        entries.push_back(
            {.id = note.id.value,
             .happened_at = note.written_at,
             .title = title_of(note.body),
             .detail = i18n::t("crm.note.category." + category) + " · " + names.of(note.author_id),
             .path = page_of(span, "/notes")});
    }
    return entries;
}

} // namespace

std::vector<TimelineKind> own_timeline()
{
    return {{"exchanges", "crm.timeline.exchanges", "message-circle", "clients.view", exchanges},
            {"mails", "crm.timeline.mails", "mail", "clients.view", mails},
            {"notes", "crm.note.title", "sticky-note", "clients.view", notes}};
}

} // namespace crm
