#pragma once

namespace kernel
{
class Module;
}

/// Front door of bank: statements, and the invoices that their transfers pay. Nobody calls it:
/// `invoices::record_payment` tells everybody.
namespace bank
{

void describe(kernel::Module& module);

} // namespace bank
