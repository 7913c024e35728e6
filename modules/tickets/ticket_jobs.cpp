#include "modules/tickets/ticket_jobs.hpp"

#include "kernel/forms/form.hpp"
#include "modules/tickets/sla_actions.hpp"
#include "modules/tickets/ticket_actions.hpp"

#include <boost/describe/class.hpp>

#include <limits>
#include <stdexcept>

namespace tickets
{
namespace
{

struct Payload {
    TicketId ticket;
    forms::Number<0, std::numeric_limits<std::int64_t>::max()> since;
};
BOOST_DESCRIBE_STRUCT(Payload, (), (ticket, since))

Payload read_payload(const jobs::Job& job)
{
    const auto form = forms::bind_json<Payload>(job.payload);
    if (!form.is_valid())
        throw std::runtime_error("not a payload of tickets: job " + job.id.text());
    return form.command;
}

} // namespace

std::string payload_of(const Ticket& ticket)
{
    return R"({"ticket":")" + ticket.id.text() + R"(","since":")" +
           std::to_string(ticket.state_since.micros) + R"("})";
}

void run_move_when_due(tenancy::Context& context, const jobs::Job& job)
{
    const auto payload = read_payload(job);
    context.write([&](tenancy::WorkspaceTransaction& tx) {
        move_when_due(tx, payload.ticket, {payload.since.value});
    });
}

void run_sla(tenancy::Context& context, const jobs::Job& job)
{
    const auto payload = read_payload(job);
    context.write([&](tenancy::WorkspaceTransaction& tx) { look_at_clocks(tx, payload.ticket); });
}

void run_alert_unassigned(tenancy::Context& context, const jobs::Job& job)
{
    const auto payload = read_payload(job);
    context.write([&](tenancy::WorkspaceTransaction& tx) {
        alert_if_unassigned(tx, payload.ticket, {payload.since.value});
    });
}

} // namespace tickets
