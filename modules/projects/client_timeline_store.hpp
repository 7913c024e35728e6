#pragma once

#include "modules/crm/crm.hpp"

namespace projects
{

/// The projects on the timeline of a client's page, by the day they became his.
crm::TimelineKind project_timeline();

} // namespace projects
