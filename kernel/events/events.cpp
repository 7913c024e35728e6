#include "kernel/events/events.hpp"

namespace events
{

void Bus::dispatch(tenancy::WorkspaceTransaction& tx, std::type_index type, const void* event) const
{
    const auto found = listeners_.find(type);
    if (found == listeners_.end()) return;
    for (const auto& listener : found->second)
        listener(tx, event);
}

Bus& bus()
{
    static Bus the_bus;
    return the_bus;
}

} // namespace events
