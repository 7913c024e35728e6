#include "modules/tickets/note_pages.hpp"

#include "kernel/i18n/translate.hpp"
#include "modules/tickets/message_pages.hpp"
#include "modules/tickets/note_actions.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/tickets.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url thread_path(const Call& call)
{
    return ticket_path(call.context().workspace().slug, call.path("number"));
}

Note note_of(Call& call)
{
    const auto id = call.path_id<NoteId>("note");
    const auto note = call.context().read([&](WorkspaceTransaction& tx) {
        const auto ticket = ticket_by_number(tx, call.path("number"));
        const auto found = NoteStore{tx}.find(id);
        return found && found->ticket_id == ticket.id ? found : std::nullopt;
    });
    if (!note || note->author_id != call.actor().membership) throw base::NotFound{};
    return *note;
}

http::Response shown(Call& call, const Note& note, const forms::Form<WriteNote>& form,
                     std::string refusal = {})
{
    const auto back = thread_path(call);
    const guard::FormView fields{form, "tickets.field"};
    return correction_page(call, fields, fields.field("body", note.body),
                           {.action = html::checked_local(back.text() + "/notes/" + note.id.text()),
                            .back = back,
                            .title = t("tickets.correct.note_title"),
                            .refusal = std::move(refusal)});
}

} // namespace

http::Response edit_note(Call& call)
{
    const auto note = note_of(call);
    require_correctable(note.author_id, note.written_at, call.actor().membership,
                        call.context().now());
    return shown(call, note, call.blank_form<WriteNote>());
}

http::Response update_note(Call& call)
{
    const auto note = note_of(call);
    const auto form = call.form<WriteNote>();
    if (!form.is_valid()) return shown(call, note, form);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            correct_note(tx, call.path("number"), note.id, form.command.body.value);
        });
    } catch (const base::Refusal& refusal) {
        return shown(call, note, form, t(refusal.code, refusal.params));
    }
    return call.redirect(thread_path(call).text(), "tickets.notice.note_corrected");
}

} // namespace tickets
