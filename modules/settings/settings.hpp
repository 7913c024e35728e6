#pragma once

#include "modules/settings/profile.hpp"

namespace kernel
{
class Module;
}
namespace tenancy
{
class WorkspaceTransaction;
}

/// « Réglages »: the menu that other modules add lines to (kernel::Module::settings) and panels
/// (slot "settings"), the profile of the business, its colour, its mail and the jobs. Also « Boîte
/// d'envoi », where messages are read on a machine that sends none.
namespace settings
{

void describe(kernel::Module& module);

/// For documents and public pages; empty fields when nothing was typed yet.
Profile profile(tenancy::WorkspaceTransaction& tx);

} // namespace settings
