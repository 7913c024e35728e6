#pragma once

namespace kernel
{
class Module;
}

/// The pages' manifest and icons: « /e/vigie/manifest.webmanifest », the same under /p/.
namespace home_screen
{

void describe(kernel::Module& module);

} // namespace home_screen
