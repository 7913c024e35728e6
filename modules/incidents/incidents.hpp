#pragma once

namespace kernel
{
class Module;
}

/// Front door of incidents: what fails in a browser is told to the server's log.
namespace incidents
{

void describe(kernel::Module& module);

} // namespace incidents
