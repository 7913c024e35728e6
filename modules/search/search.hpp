#pragma once

namespace kernel
{
class Module;
}

/// Host of the search: the results page of both sides (« /recherche »), what the command palette
/// proposes as one types, and the list of keyboard shortcuts. What is found, and by whom, is
/// declared by the modules (kernel::Module::searchable) and decided by kernel/search.
namespace search
{

void describe(kernel::Module& module);

} // namespace search
