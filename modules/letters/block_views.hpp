#pragma once

#include "kernel/html/html.hpp"
#include "modules/letters/block_forms.hpp"

namespace letters
{

/// « Texte », « Deux colonnes ».
std::string kind_words(BlockKind kind);

/// Each block with its fields and the buttons that move it; the one with `focus_key` has the focus.
html::Html block_list(const TypedBlocks& blocks, int focus_key);
/// A button for each kind.
html::Html block_adders();

} // namespace letters
