#pragma once

namespace kernel
{
class Module;
}

/// The pages of kernel/files: « /e/vigie/fichiers/{file} », the same under /p/, and its copies.
namespace files
{

void describe(kernel::Module& module);

} // namespace files
