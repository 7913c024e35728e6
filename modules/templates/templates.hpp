#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/templates/dressed.hpp"
#include "modules/templates/template.hpp"

namespace kernel
{
class Module;
}

/// Front door of templates: how the papers of a business look. Who issues a document asks for the
/// template of its type, freezes it with what was issued (`frozen`), and dresses every paper of it
/// in that: a template that changes later changes no paper that left.
namespace templates
{

void describe(kernel::Module& module);

/// The one chosen for papers of this type, as it is now; the first ready one where none was.
Template for_type(tenancy::WorkspaceTransaction& tx, DocumentType type);

} // namespace templates
