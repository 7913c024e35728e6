#include "modules/tickets/incident_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/incident_actions.hpp"
#include "modules/tickets/incident_store.hpp"
#include "modules/tickets/incident_views.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/ticket_picker_pages.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url incident_path(const Call& call)
{
    return html::checked_local(
        ticket_path(call.context().workspace().slug, call.path("number")).text() + "/incident");
}

html::Html gather_button(const TicketHit& hit)
{
    return ui::submit({.label = t("tickets.incident.choose"),
                       .size = ui::ButtonSize::Small,
                       .name = "other",
                       .value = hit.number,
                       .more = html::attribute<"aria-label">(
                           t("tickets.incident.choose_this", {{"number", hit.number}}))});
}

struct Read {
    Ticket ticket;
    std::optional<GatheredTicket> above;
    std::vector<GatheredTicket> children;
    std::int64_t count = 0;
    std::vector<BroadcastLine> sent;
    std::vector<TicketHit> found;
};

Read read_incident(WorkspaceTransaction& tx, Reading& reading, const Call& call)
{
    Read read{.ticket = ticket_by_number(tx, call.path("number"))};
    IncidentStore store{tx};
    People people{reading};
    read.above = store.incident_of(read.ticket.id);
    read.children = store.children(read.ticket.id, children_shown);
    read.count = store.count(read.ticket.id);
    for (const auto& broadcast : store.broadcasts(read.ticket.id)) {
        people.want(broadcast.author_id);
        read.sent.push_back({.broadcast = broadcast,
                             .progress = store.progress(broadcast.id),
                             .refused = store.refused(broadcast.id)});
    }
    people.learn(tx);
    if (!call.query("q").empty()) read.found = tickets_to_pick(tx, call.query("q"), read.ticket);
    return read;
}

struct Shown {
    forms::Form<SendToAll> form;
    std::string refused;
    int status = 200;
};

http::Response page(Call& call, const Shown& shown)
{
    auto reading = reading_of(call.context());
    const auto read = call.context().read(
        [&](WorkspaceTransaction& tx) { return read_incident(tx, reading, call); });
    const bool is_child = !call.query("sous").empty();
    const auto place = incident_path(call);
    const IncidentView view{.slug = call.context().workspace().slug,
                            .reading = reading,
                            .ticket = read.ticket,
                            .above = read.above,
                            .children = read.children,
                            .count = read.count,
                            .sent = read.sent,
                            .as = is_child ? GatherAs::child : GatherAs::incident,
                            .picker = {.page = place,
                                       .typed = std::string{call.query("q")},
                                       .found = read.found,
                                       .reading = reading,
                                       .choice = gather_button,
                                       .has_focus = false,
                                       .kept = is_child ? "sous" : ""},
                            .fields = {shown.form, "tickets.incident.field"},
                            .refused = shown.refused,
                            .may_send = call.may("tickets.reply") || call.may("tickets.move"),
                            .guard = guard::form_guard(call)};
    const auto ticket_page = ticket_path(view.slug, read.ticket.number);
    return guard::render(
        call, guard::Page{.title = t("tickets.incident.title"),
                          .body = incident_page(view),
                          .breadcrumbs = ui::breadcrumbs({{read.ticket.number, ticket_page},
                                                          {t("tickets.incident.title"), {}}}),
                          .status = shown.status,
                          .topics = {"ticket:" + read.ticket.id.text()}});
}

template <class Deed>
http::Response done(Call& call, std::string_view notice, Deed&& deed)
{
    try {
        call.context().write(deed);
    } catch (const base::Refusal& refusal) {
        return page(call, {.form = call.blank_form<SendToAll>(),
                           .refused = t(refusal.code, refusal.params),
                           .status = 422});
    }
    return call.redirect(incident_path(call).text(), notice);
}

} // namespace

http::Response show_incident(Call& call)
{
    return page(call, {.form = call.blank_form<SendToAll>(), .refused = {}});
}

http::Response create_gathering(Call& call)
{
    const auto form = call.form<GatherTicket>();
    base::refuse_unless(form.is_valid(), "tickets.link.refusal.nothing_chosen");
    const auto& number = call.path("number");
    const auto& other = form.command.other.value;
    const bool is_child = form.command.as == GatherAs::child;
    return done(call, "tickets.incident.added", [&](WorkspaceTransaction& tx) {
        gather(tx, is_child ? number : other, is_child ? other : number);
    });
}

http::Response delete_gathering(Call& call)
{
    const auto form = call.form<PartTicket>();
    base::refuse_unless(form.is_valid(), "tickets.link.refusal.nothing_chosen");
    const auto& number = call.path("number");
    const auto& other = form.command.other.value;
    return done(call, "tickets.incident.removed", [&](WorkspaceTransaction& tx) {
        part(tx, other, number);
        part(tx, number, other);
    });
}

http::Response create_broadcast(Call& call)
{
    const auto form = call.form<SendToAll>();
    if (!form.is_valid()) return page(call, {.form = form, .refused = {}, .status = 422});
    return done(call, "tickets.incident.begun", [&](WorkspaceTransaction& tx) {
        send_to_all(tx, call.path("number"), form.command.kind, form.command.body.value);
    });
}

} // namespace tickets
