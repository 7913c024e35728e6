#include "modules/tickets/share_guest_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/record.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/tickets/share_forms.hpp"
#include "modules/tickets/share_guest_actions.hpp"
#include "modules/tickets/share_guest_store.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/ticket_people.hpp"

namespace tickets
{

using guard::Call;
using i18n::t;
using namespace html;
using tenancy::WorkspaceTransaction;

namespace
{

Url below(const Url& ticket, std::string_view end)
{
    return checked_local(ticket.text() + std::string{end});
}

http::Response back_to(const Call& call, std::string_view notice)
{
    const auto& slug = call.context().workspace().slug;
    return call.redirect(ticket_path(slug, call.path("number")).text(), notice);
}

Html guest_line(const GuestPanel& panel, const GuestPanel::Guest& guest, const Url& ticket,
                const Html& guard)
{
    const auto close =
        ui::form({.action = below(ticket, "/autres-clients/" + guest.id.text() + "/retrait"),
                  .guard = guard,
                  .classes = ""},
                 ui::submit({.label = t("tickets.guest.close"),
                             .kind = ui::ButtonKind::Ghost,
                             .size = ui::ButtonSize::Small}));
    return div(
        cls("mb-1.5 flex items-center gap-2 text-13"),
        span(cls("min-w-0 flex-1"), guest.name,
             span(cls("block text-12 text-fg-3"), t("tickets.guest.by", {{"name", guest.by}}))),
        when(panel.may_open, close));
}

Html opening(const GuestPanel& panel, const Url& ticket, const Html& guard)
{
    return details(
        cls("mt-1"), summary(cls("link w-fit py-1 text-13"), t("tickets.guest.open")),
        ui::form({.action = below(ticket, "/autres-clients"),
                  .guard = guard,
                  .classes = "mt-2 grid gap-2"},
                 p(cls("text-12 text-fg-3"), t("tickets.guest.what_he_sees")),
                 ui::select_field({.name = "client",
                                   .label = t("tickets.guest.client"),
                                   .placeholder = t("tickets.guest.choose")},
                                  panel.invitable),
                 ui::submit({.label = t("tickets.guest.submit"), .size = ui::ButtonSize::Small})));
}

} // namespace

GuestPanel guest_panel_of(WorkspaceTransaction& tx, const Ticket& ticket, Reading& reading)
{
    GuestStore store{tx};
    GuestPanel panel{.may_open = tx.actor().may("tickets.open_to_client")};
    const auto guests = store.of_ticket(ticket.id);
    People people{reading};
    for (const auto& guest : guests)
        people.want(guest.opened_by);
    people.learn(tx);
    for (const auto& guest : guests)
        panel.guests.push_back({.id = guest.client_id,
                                .name = crm::client(tx, guest.client_id).name,
                                .by = reading.name_of(guest.opened_by)});
    if (!panel.may_open) return panel;
    for (const auto& client : store.invitable(ticket))
        panel.invitable.push_back({.value = client.id.text(), .label = client.name});
    return panel;
}

Html guest_panel(const GuestPanel& panel, const Url& ticket, const Html& guard)
{
    if (panel.guests.empty() && panel.invitable.empty()) return none;
    const auto lines = each(panel.guests, [&](const GuestPanel::Guest& guest) {
        return guest_line(panel, guest, ticket, guard);
    });
    return ui::panel_part(
        t("tickets.guest.title"),
        group(lines, when(!panel.invitable.empty(), opening(panel, ticket, guard))));
}

http::Response create_guest(Call& call)
{
    const auto form = call.form<OpenToClient>();
    base::refuse_unless(form.is_valid(), "tickets.guest.refusal.nobody_chosen");
    call.context().write([&](WorkspaceTransaction& tx) {
        open_to_client(tx, call.path("number"), form.command.client);
    });
    return back_to(call, "tickets.guest.opened");
}

http::Response delete_guest(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("client");
    call.context().write(
        [&](WorkspaceTransaction& tx) { close_to_client(tx, call.path("number"), client); });
    return back_to(call, "tickets.guest.closed");
}

} // namespace tickets
