#pragma once

namespace kernel
{
class Module;
}

namespace tickets
{

/// What a business settles about its tickets: categories, replies written once, promises.
void describe_settings(kernel::Module& module);

} // namespace tickets
