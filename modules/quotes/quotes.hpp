#pragma once

namespace kernel
{
class Module;
}

/// Front door of quotes: what a business offers a client at a price. Nobody asks it anything yet.
namespace quotes
{

void describe(kernel::Module& module);

} // namespace quotes
