#pragma once

namespace kernel
{
class Module;
}

/// « /e/vigie/aide » and « /p/vigie/aide ».
namespace help
{

void describe(kernel::Module& module);

} // namespace help
