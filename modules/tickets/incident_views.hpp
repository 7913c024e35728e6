#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/tickets/incident.hpp"
#include "modules/tickets/incident_forms.hpp"
#include "modules/tickets/ticket_picker_views.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

/// A broadcast and how far it went.
struct BroadcastLine {
    Broadcast broadcast;
    Progress progress;
    std::vector<RefusedDelivery> refused;
};

struct IncidentView {
    std::string slug;
    const Reading& reading;
    const Ticket& ticket;
    std::optional<GatheredTicket> above; ///< the incident it is under
    std::vector<GatheredTicket> children;
    std::int64_t count = 0;
    std::vector<BroadcastLine> sent; ///< newest first
    GatherAs as = GatherAs::incident;
    PickerView picker;
    guard::FormView fields; ///< of the answer to all
    std::string refused;    ///< empty = nothing
    bool may_send = false;
    html::Html guard;
};
html::Html incident_page(const IncidentView& view);

} // namespace tickets
