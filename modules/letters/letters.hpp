#pragma once

#include "modules/letters/events.hpp"

namespace kernel
{
class Module;
}

/// Front door of letters: letters and contracts written to clients, from models of blocks. Nobody
/// asks it anything yet; who must know listens (events.hpp).
namespace letters
{

void describe(kernel::Module& module);

} // namespace letters
