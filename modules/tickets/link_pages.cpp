#include "modules/tickets/link_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/link_actions.hpp"
#include "modules/tickets/link_forms.hpp"
#include "modules/tickets/link_views.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/ticket_picker_pages.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url ticket_page_of(const Call& call)
{
    return ticket_path(call.context().workspace().slug, call.path("number"));
}

http::Response to_ticket(const Call& call, std::string_view notice)
{
    return call.redirect(ticket_page_of(call).text(), notice);
}

html::Html link_button(const TicketHit& hit)
{
    return ui::submit({.label = t("tickets.link.submit"),
                       .size = ui::ButtonSize::Small,
                       .name = "other",
                       .value = hit.number,
                       .more = html::attribute<"aria-label">(
                           t("tickets.link.submit_this", {{"number", hit.number}}))});
}

} // namespace

http::Response choose_linked(Call& call)
{
    const auto reading = reading_of(call.context());
    const std::string typed{call.query("q")};
    Ticket ticket;
    std::vector<TicketHit> found;
    call.context().read([&](WorkspaceTransaction& tx) {
        ticket = ticket_by_number(tx, call.path("number"));
        found = tickets_to_pick(tx, typed, ticket);
    });
    const auto back = ticket_page_of(call);
    const LinkFormView view{.ticket = ticket,
                            .ticket_page = back,
                            .picker = {.page = html::checked_local(back.text() + "/liens"),
                                       .typed = typed,
                                       .found = found,
                                       .reading = reading,
                                       .choice = link_button},
                            .guard = guard::form_guard(call)};
    return guard::render(call,
                         guard::Page{.title = t("tickets.link.add"),
                                     .body = link_form(view),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{ticket.number, back}, {t("tickets.link.add"), {}}})});
}

http::Response create_link(Call& call)
{
    const auto form = call.form<LinkTickets>();
    base::refuse_unless(form.is_valid(), "tickets.link.refusal.nothing_chosen");
    call.context().write([&](WorkspaceTransaction& tx) {
        link_tickets(tx, call.path("number"), form.command.kind, form.command.other.value);
    });
    return to_ticket(call, "tickets.link.added");
}

http::Response delete_link(Call& call)
{
    const auto form = call.form<UnlinkTickets>();
    base::refuse_unless(form.is_valid(), "tickets.link.refusal.nothing_chosen");
    call.context().write([&](WorkspaceTransaction& tx) {
        unlink_tickets(tx, call.path("number"), form.command.other.value);
    });
    return to_ticket(call, "tickets.link.removed");
}

http::Response create_copy(Call& call)
{
    const auto copy = call.context().write(
        [&](WorkspaceTransaction& tx) { return copy_ticket(tx, call.path("number")); });
    return call.redirect(ticket_path(call.context().workspace().slug, copy.number).text(),
                         "tickets.link.copied", {{"number", copy.number}});
}

} // namespace tickets
