#pragma once

#include "kernel/html/ui/field.hpp"
#include "modules/letters/block_views.hpp"

#include <string>

/// The fields of one block.
namespace letters
{

/// A field of a block with what is wrong of it; `field_of` is named by
/// "letters.block_field.<name>".
ui::Field named_field(const TypedBlock& typed, const std::string& name, std::string label);
ui::Field field_of(const TypedBlock& typed, const std::string& name, std::string value);
html::Html line_field(const TypedBlock& typed, const char* name, const std::string& value,
                      std::size_t length_max, const char* label);
html::Html align_field(const TypedBlock& typed);

html::Html picture_fields(const TypedBlock& typed, const ShownPictures& pictures);
html::Html button_fields(const TypedBlock& typed);
html::Html link_fields(const TypedBlock& typed);

template <class... T>
html::Html pair(const T&... fields)
{
    return html::div(html::cls("grid grid-cols-2 gap-3"), fields...);
}

} // namespace letters
