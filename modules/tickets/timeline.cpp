#include "modules/tickets/timeline.hpp"

namespace tickets
{

bool is_public(EventKind kind)
{
    switch (kind) {
    case EventKind::opened:
    case EventKind::moved:
    case EventKind::assigned:
    case EventKind::rated:
        return true;
    case EventKind::released:
    case EventKind::prioritised:
    case EventKind::shared:
    case EventKind::corrected:
        break;
    }
    return false;
}

} // namespace tickets
