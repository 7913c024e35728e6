#pragma once

#include "kernel/documents/documents.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/settings/settings.hpp"
#include "modules/templates/template.hpp"

namespace templates
{

/// A quote that never was, of this business, dressed: what a template is judged by.
documents::Document sample(const tenancy::Context& context, const settings::Profile& business,
                           const Template& as);

} // namespace templates
