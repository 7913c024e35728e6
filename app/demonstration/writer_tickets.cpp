#include "app/demonstration/pictures.hpp"
#include "app/demonstration/writer.hpp"
#include "modules/notifications/notifications.hpp"

#include <algorithm>

namespace demonstration
{
namespace
{

using tenancy::MembershipId;

/// How much one transaction writes: some milliseconds, others wait at most 50.
constexpr std::size_t tickets_at_once = 8;
constexpr std::size_t pictures_max = 24;
constexpr std::chrono::hours read_within{20}; ///< what is older was read by everybody concerned

tickets::Priority priority_named(const std::string& code)
{
    if (code == "low") return tickets::Priority::low;
    if (code == "high") return tickets::Priority::high;
    if (code == "urgent") return tickets::Priority::urgent;
    return tickets::Priority::medium;
}

} // namespace

void Writer::write_tickets(tenancy::Context& context, const std::vector<ComposedTicket>& composed)
{
    std::vector<tickets::Ticket> written;
    for (std::size_t first = 0; first < composed.size(); first += tickets_at_once) {
        const auto last = std::min(composed.size(), first + tickets_at_once);
        const auto chunk = context.write([&](tenancy::WorkspaceTransaction& tx) {
            std::vector<tickets::Ticket> added;
            for (auto at = first; at < last; ++at) {
                added.push_back(tickets::add_past_ticket(tx, past(composed[at])));
                tell(tx, composed[at], added.back());
            }
            return added;
        });
        written.insert(written.end(), chunk.begin(), chunk.end());
    }
    write_pictures(context, composed, written);
}

/// The newest tickets that speak of something one would photograph.
void Writer::write_pictures(tenancy::Context& context, const std::vector<ComposedTicket>& composed,
                            const std::vector<tickets::Ticket>& written)
{
    const Pictures pictures;
    pictures.send_logo(context);
    std::size_t count = 0;
    for (auto at = composed.size(); at-- > 0 && count < pictures_max;) {
        const auto scene = scene_of(composed[at].story);
        if (!scene) continue;
        tenancy::Actor sender{.membership = *written[at].requester_id,
                              .side = tenancy::Side::portal,
                              .client = written[at].client_id};
        tenancy::Context as_sender{database_, context.workspace(), sender};
        pictures.attach(as_sender, written[at], *scene);
        ++count;
    }
}

/// The last thing that happened to it, to whom it concerns, while it is news.
void Writer::tell(tenancy::WorkspaceTransaction& tx, const ComposedTicket& composed,
                  const tickets::Ticket& ticket) const
{
    const auto requester = contacts_[composed.client][composed.contact];
    notifications::PastFact fact{.event = "tickets.opened",
                                 .subject_kind = "ticket",
                                 .subject_id = ticket.id.value,
                                 .people = members_,
                                 .actor = requester,
                                 .state = {},
                                 .at = composed.opened_at};
    if (!composed.steps.empty()) {
        const auto& last = composed.steps.back();
        if (last.kind != Step::Kind::message) return;
        const bool is_by_client = last.author.kind == Author::Kind::contact;
        fact.event = is_by_client ? "tickets.answered" : "tickets.replied";
        fact.actor = membership(composed, last.author);
        fact.at = last.at;
        if (!is_by_client) fact.people = {requester};
        if (is_by_client && ticket.assignee_id) fact.people = {*ticket.assignee_id};
    }
    if (base::now() - fact.at <= read_within) notifications::add_past(tx, fact);
}

tickets::PastTicket Writer::past(const ComposedTicket& ticket) const
{
    const auto requester = contacts_[ticket.client][ticket.contact];
    tickets::PastTicket past{.asked = {.title = ticket.title,
                                       .description = ticket.description,
                                       .priority = priority_named(ticket.priority),
                                       .project = sites_[ticket.site],
                                       .client = clients_[ticket.client]},
                             .opened_by = requester,
                             .requester = requester,
                             .opened_at = ticket.opened_at,
                             .steps = {},
                             .rating = static_cast<int>(ticket.mark),
                             .rating_comment = ticket.comment};
    for (const auto& step : ticket.steps)
        past.steps.push_back(this->past(ticket, step));
    past.readers = readers(ticket, requester);
    return past;
}

tickets::PastStep Writer::past(const ComposedTicket& ticket, const Step& step) const
{
    using Kind = tickets::PastStep::Kind;
    const auto author = membership(ticket, step.author);
    // A reply resumes by itself: a move of the workflow that no client makes by hand.
    const auto is_by_client = step.author.kind == Author::Kind::contact && step.move != "resume";
    tickets::PastStep past{.kind = step.kind == Step::Kind::message ? Kind::message
                                   : step.kind == Step::Kind::note  ? Kind::note
                                                                    : Kind::move,
                           .author = author,
                           .side = is_by_client ? tenancy::Side::portal : tenancy::Side::staff,
                           .at = step.at,
                           .text = step.text,
                           .move = step.move,
                           .reason = step.reason,
                           .assignee = {}};
    if (step.move == "take") past.assignee = author;
    return past;
}

/// Who spoke last has read everything; after some hours everybody concerned has.
std::vector<MembershipId> Writer::readers(const ComposedTicket& ticket,
                                          MembershipId requester) const
{
    if (ticket.steps.empty()) return {requester};
    const auto& last = ticket.steps.back();
    if (base::now() - last.at <= read_within) return {membership(ticket, last.author)};
    auto everybody = members_;
    everybody.push_back(requester);
    return everybody;
}

MembershipId Writer::membership(const ComposedTicket& ticket, const Author& author) const
{
    switch (author.kind) {
    case Author::Kind::member:
        return members_[author.position];
    case Author::Kind::contact:
        return contacts_[ticket.client][author.position];
    case Author::Kind::platform:
        break;
    }
    return {};
}

} // namespace demonstration
