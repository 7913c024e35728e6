#include "modules/tickets/time_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/time_actions.hpp"
#include "modules/tickets/time_forms.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url place(const Call& call)
{
    return ticket_path(call.context().workspace().slug, call.path("number"));
}

http::Response back_to(const Call& call, std::string_view notice)
{
    return call.redirect(place(call).text(), notice);
}

SpentTime spent_in(const SaveTime& typed)
{
    return {.worked_on = typed.worked_on,
            .minutes = typed.minutes.value,
            .is_billable = typed.is_billable,
            .note = typed.note.value};
}

/// Of the path, when the actor may correct it.
TimeEntry entry_of(Call& call)
{
    const auto id = call.path_id<TimeEntryId>("entry");
    const auto entry = call.context().read([&](WorkspaceTransaction& tx) {
        return TimeStore{tx}.find(ticket_by_number(tx, call.path("number")).id, id);
    });
    if (!entry) throw base::NotFound{};
    if (!is_correctable(call.actor(), *entry)) throw base::Forbidden{"tickets.time_correct"};
    return *entry;
}

/// A new one, of today.
TimeEntry blank(Call& call)
{
    call.context().read(
        [&](WorkspaceTransaction& tx) { return ticket_by_number(tx, call.path("number")); });
    const auto& context = call.context();
    return {.worked_on = base::date_in(context.now(), context.workspace().time_zone)};
}

struct Shown {
    const TimeEntry& entry;
    const base::Refusal* refusal = nullptr;
};

http::Response form_page(Call& call, const forms::Form<SaveTime>& form, const Shown& shown)
{
    const auto back = place(call);
    const auto end = shown.entry.id ? "/temps/" + shown.entry.id.text() : std::string{"/temps"};
    const auto title = t(shown.entry.id ? "tickets.time.edit" : "tickets.time.add");
    const auto* refusal = shown.refusal;
    const TimeFormView view{.action = html::checked_local(back.text() + end),
                            .back = back,
                            .guard = guard::form_guard(call),
                            .fields = {form, "tickets.time.field"},
                            .entry = shown.entry,
                            .conflict = refusal == nullptr ? std::string{}
                                                           : t(refusal->code, refusal->params)};
    const bool is_conflict = refusal != nullptr && refusal->kind == base::Refusal::Kind::Conflict;
    const bool is_fine = form.is_valid() && refusal == nullptr;
    return guard::render(
        call,
        guard::Page{
            .title = title,
            .body = time_form(view),
            .breadcrumbs = ui::breadcrumbs(
                {{t("tickets.nav"), html::route("/e/{}/tickets", call.context().workspace().slug)},
                 {call.path("number"), back},
                 {title, {}}}),
            .status = is_fine       ? 200
                      : is_conflict ? 409
                                    : 422});
}

} // namespace

http::Response new_time(Call& call)
{
    return form_page(call, call.blank_form<SaveTime>(), {.entry = blank(call)});
}

http::Response create_time(Call& call)
{
    const auto entry = blank(call);
    const auto form = call.form<SaveTime>();
    if (!form.is_valid()) return form_page(call, form, {.entry = entry});
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            add_time(tx, call.path("number"), spent_in(form.command));
        });
    } catch (const base::Refusal& refusal) {
        return form_page(call, form, {.entry = entry, .refusal = &refusal});
    }
    return back_to(call, "tickets.time.added");
}

http::Response edit_time(Call& call)
{
    const auto entry = entry_of(call);
    return form_page(call, call.blank_form<SaveTime>(), {.entry = entry});
}

http::Response update_time(Call& call)
{
    const auto entry = entry_of(call);
    const auto form = call.form<SaveTime>();
    if (!form.is_valid()) return form_page(call, form, {.entry = entry});
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            correct_time(tx, call.path("number"), entry.id, spent_in(form.command), seen);
        });
    } catch (const base::Refusal& refusal) {
        return form_page(call, form, {.entry = entry, .refusal = &refusal});
    }
    return back_to(call, "tickets.time.saved");
}

http::Response delete_time(Call& call)
{
    const auto entry = entry_of(call);
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_time(tx, call.path("number"), entry.id); });
    return back_to(call, "tickets.time.removed");
}

http::Response create_timer(Call& call)
{
    call.context().write([&](WorkspaceTransaction& tx) { start_timer(tx, call.path("number")); });
    return back_to(call, "tickets.time.started");
}

http::Response delete_timer(Call& call)
{
    call.context().write([&](WorkspaceTransaction& tx) { stop_timer(tx, call.path("number")); });
    return back_to(call, "tickets.time.stopped");
}

TimePanel time_panel_of(WorkspaceTransaction& tx, TicketId ticket, bool is_live)
{
    const auto& actor = tx.actor();
    if (!actor.may("tickets.time")) return {};
    TimeStore store{tx};
    auto timer = store.timer(actor.membership);
    if (timer && timer->ticket_id != ticket) timer.reset();
    return {.sum = store.sum(ticket),
            .entries = store.of_ticket(ticket),
            .timer = timer,
            .may_record = is_live,
            .may_correct_all = actor.may("tickets.time_correct")};
}

} // namespace tickets
