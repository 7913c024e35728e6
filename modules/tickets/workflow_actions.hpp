#pragma once

#include "kernel/tenancy/state_holder.hpp"

namespace tickets
{

/// What the settings ask of tickets when states, moves or the whole vocabulary change.
tenancy::StateHolder state_holder();

} // namespace tickets
