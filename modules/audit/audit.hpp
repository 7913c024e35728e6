#pragma once

namespace kernel
{
class Module;
}

/// « Journal »: who did what, when, with the old and the new values, for who holds « audit.view ».
/// Reads what kernel/audit writes; changes nothing. Other modules say how their objects are called
/// with kernel::Module::subject, and lead to the history of one with `/reglages/journal?objet=KIND&
/// id=ID`.
namespace audit
{

void describe(kernel::Module& module);

} // namespace audit
