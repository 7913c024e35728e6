#pragma once

namespace kernel
{
class Module;
}

/// The first page of a client: one card for each thing to know or do, made of the panels
/// other modules put in the slot "portal_home", lowest order first.
namespace portal
{

void describe(kernel::Module& module);

} // namespace portal
