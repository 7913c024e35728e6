#pragma once

#include "kernel/forms/form.hpp"
#include "modules/tickets/category.hpp"
#include "modules/tickets/ticket_board_store.hpp"
#include "modules/tickets/tickets.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <vector>

/// What pages and the API take. Lengths are code points.
namespace tickets
{

using Body = forms::LongText<1, 20'000>;
using SeenVersion = forms::Number<1, 1'000'000'000>;

/// A client's own request.
struct OpenRequest {
    ProjectId project;
    forms::Text<3, 150> title;
    Body description;
    Priority priority = Priority::medium;
};
BOOST_DESCRIBE_STRUCT(OpenRequest, (), (project, title, description, priority))

/// A request noted by the team for a client.
struct OpenTicket {
    tenancy::ClientId client;
    ProjectId project;
    forms::Text<3, 150> title;
    Body description;
    Priority priority = Priority::medium;
    Origin origin = Origin::phone;
    std::vector<CategoryId> category;
};
BOOST_DESCRIBE_STRUCT(OpenTicket, (),
                      (client, project, title, description, priority, origin, category))

struct WriteMessage {
    Body body;
};
BOOST_DESCRIBE_STRUCT(WriteMessage, (), (body))

struct WriteNote {
    Body body;
};
BOOST_DESCRIBE_STRUCT(WriteNote, (), (body))

struct MoveTicket {
    forms::Text<1, 60> move;
    SeenVersion version;
    forms::LongText<0, 20'000> body; ///< what the move demands: message, summary
    forms::Text<0, 60> reason;
};
BOOST_DESCRIBE_STRUCT(MoveTicket, (), (move, version, body, reason))

struct ChooseLayout {
    Layout layout = Layout::list;
};
BOOST_DESCRIBE_STRUCT(ChooseLayout, (), (layout))

/// A reply written once, with its variables.
struct SaveReply {
    forms::Text<2, 80> title;
    forms::LongText<1, 5'000> body;
    std::optional<SeenVersion> version; ///< what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveReply, (), (title, body, version))

struct AssignTicket {
    tenancy::MembershipId assignee;
    SeenVersion version;
};
BOOST_DESCRIBE_STRUCT(AssignTicket, (), (assignee, version))

struct PrioritiseTicket {
    Priority priority = Priority::medium;
    SeenVersion version;
};
BOOST_DESCRIBE_STRUCT(PrioritiseTicket, (), (priority, version))

struct ShareTicket {
    tenancy::MembershipId member;
    forms::LongText<0, 1'000> message;
};
BOOST_DESCRIBE_STRUCT(ShareTicket, (), (member, message))

struct RateTicket {
    forms::Number<1, 5> score;
    forms::LongText<0, 2'000> comment;
};
BOOST_DESCRIBE_STRUCT(RateTicket, (), (score, comment))

/// Adds to the form the variables nobody knows.
void check_variables(forms::Form<SaveReply>& form);
/// Adds to the form what the move demands and was not given, beside the field to fill.
void check_demands(forms::Form<MoveTicket>& form, const presets::Move& move);

} // namespace tickets
