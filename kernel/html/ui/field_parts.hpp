#pragma once

#include "kernel/html/ui/field.hpp"

/// What the kinds of fields share; for kernel/html/ui only.
namespace ui::parts
{

/// The visible label with its required mark.
html::Html label_of(const Field& field);
/// Hint, then error, with the ids that described_by names.
html::Html notes_of(const Field& field);
/// id, name, required, aria-invalid, aria-describedby and the field's own `more`.
html::Attribute control(const Field& field);
/// The same without id, for groups.
html::Attribute described_by(const Field& field);

} // namespace ui::parts
