#pragma once

#include "kernel/tenancy/context.hpp"

#include <any>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <typeindex>
#include <vector>

namespace events
{

/// Which events exist and who listens: built once at start from the manifests, then read-only
///. `within` listeners run in the publishing transaction, in the order of
/// app/modules.cpp; they touch only their own tables, refuse nothing and take ≤ 1 ms. `after`
/// listeners are front-door work: a module enqueues a job from a `within` listener.
class Bus
{
  public:
    template <class Event>
    void on(void (*listener)(tenancy::WorkspaceTransaction&, const Event&))
    {
        listeners_[typeid(Event)].push_back(
            [listener](tenancy::WorkspaceTransaction& tx, const void* event) {
                listener(tx, *static_cast<const Event*>(event));
            });
    }
    void dispatch(tenancy::WorkspaceTransaction& tx, std::type_index type, const void* event) const;

  private:
    using Listener = std::function<void(tenancy::WorkspaceTransaction&, const void*)>;
    std::map<std::type_index, std::vector<Listener>> listeners_;
};

/// The process's bus. Filled by app/modules.cpp (or a test) before any thread starts.
Bus& bus();

/// Tells every listener of `Event`, a struct of ids and values named in the past tense.
template <class Event>
void publish(tenancy::WorkspaceTransaction& tx, const Event& event)
{
    bus().dispatch(tx, typeid(Event), &event);
}

} // namespace events
