#pragma once

namespace kernel
{
class Module;
}

/// Front door of the settings of text messages. What sends them is kernel/sms.
namespace text_messages
{

void describe(kernel::Module& module);

} // namespace text_messages
