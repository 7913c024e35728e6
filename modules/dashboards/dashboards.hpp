#pragma once

namespace kernel
{
class Module;
}

/// How a business is doing, for who leads it: figures over a period compared with the one before,
/// each with its definition and the list of its rows, charts, and reports to take away. Listens to
/// nobody and is used by nobody: reads what other modules publish. Modules add panels to the page
/// with the slot « dashboard ».
namespace dashboards
{

void describe(kernel::Module& module);

} // namespace dashboards
