#include "modules/tickets/ticket_templates.hpp"

#include "kernel/mail/wording.hpp"

namespace tickets
{
namespace
{

using Parameters = std::vector<std::string>;
using tenancy::Side;

void offer(const std::string& what, Side side, const Parameters& more = {},
           const std::string& event = {})
{
    Parameters parameters{"number", "title", "name", "project", "business"};
    if (side == Side::staff) parameters.emplace_back("client"); // on a portal, guests read it too
    parameters.insert(parameters.end(), more.begin(), more.end());
    mail::offer({.name = "tickets." + what,
                 .event = event.empty() ? "tickets." + what : event,
                 .key = "tickets.mail." + what,
                 .side = side,
                 .variables = "tickets.mail.variable",
                 .parameters = std::move(parameters)});
}

} // namespace

void offer_mails()
{
    offer("received", Side::portal);
    offer("replied", Side::portal);
    offer("guest", Side::portal);
    offer("moved", Side::portal, {"state", "help"});
    offer("merged", Side::portal, {"ended", "ended_title"}, "tickets.moved");
    for (const char* what : {"opened", "answered", "assigned", "shared", "mentioned", "urgent",
                             "sla_warning", "sla_breached"})
        offer(what, Side::staff);
    offer("moved_by_client", Side::staff, {"state"});
}

} // namespace tickets
