#pragma once

namespace kernel
{
class Module;
}

/// « /autorite »: how a telephone comes to trust this machine.
namespace lan
{

void describe(kernel::Module& module);

} // namespace lan
