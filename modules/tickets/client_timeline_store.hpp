#pragma once

#include "modules/crm/crm.hpp"

namespace tickets
{

/// The requests on the timeline of a client's page, by the day they were opened.
crm::TimelineKind ticket_timeline();

} // namespace tickets
