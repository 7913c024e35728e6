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
    case EventKind::merged:
    case EventKind::absorbed:
        return true;
    case EventKind::released:
    case EventKind::prioritised:
    case EventKind::shared:
    case EventKind::corrected:
    case EventKind::linked:
    case EventKind::unlinked:
    case EventKind::split:
    case EventKind::gathered:
    case EventKind::parted:
        break;
    }
    return false;
}

bool stays_in_team(EventKind kind)
{
    return kind == EventKind::shared || kind == EventKind::linked || kind == EventKind::unlinked ||
           kind == EventKind::split || kind == EventKind::gathered || kind == EventKind::parted;
}

} // namespace tickets
