#pragma once

namespace kernel
{
class Module;
}

/// Front door of « Compte client » on the website of the business.
namespace client_entry
{

void describe(kernel::Module& module);

} // namespace client_entry
