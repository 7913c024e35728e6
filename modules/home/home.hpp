#pragma once

namespace kernel
{
class Module;
}

/// « Ma journée »: what a member must do now, made of the panels other modules put in the slots
/// "home" and "home_aside" (kernel::Module::panel), lowest order first. Also the front door of the
/// site ("/") and the colours of a workspace as a stylesheet ("/theme/262-135.css").
namespace home
{

void describe(kernel::Module& module);

} // namespace home
