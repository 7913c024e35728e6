#pragma once

namespace kernel
{
class Module;
}

/// Nobody asks accounting for anything: it listens to facts, books them, and shows what came of it.
namespace accounting
{

void describe(kernel::Module& module);

} // namespace accounting
