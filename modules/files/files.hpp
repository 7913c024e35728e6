#pragma once

#include "kernel/files/intake.hpp"

namespace kernel
{
class Module;
}

/// The pages of kernel/files: « /e/vigie/fichiers/{file} », the same under /p/, and its copies.
namespace files
{

void describe(kernel::Module& module);

/// What was sent becomes the logo once the media worker has judged it; another one on its way is
/// given up.
void send_logo(tenancy::WorkspaceTransaction& tx, const Intake& sent);

} // namespace files
