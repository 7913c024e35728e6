#pragma once

namespace kernel
{
class Module;
}

/// The first page of a client: one card for each thing to know or do, made of the panels
/// other modules put in the slot "portal_home", lowest order first.
///
/// His history, at /historique: one section a module, from the slot "portal_history", and the
/// fields that narrow it from "portal_history_filter". Both read the query: `annee`, a year of the
/// workspace's zone (absent or empty: every year), and the fields the module itself adds.
namespace portal
{

void describe(kernel::Module& module);

} // namespace portal
