#pragma once

namespace kernel
{
class Module;
}

/// Front door of sendings: invoices that are issued and sent together. Nobody calls it.
namespace sendings
{

void describe(kernel::Module& module);

} // namespace sendings
