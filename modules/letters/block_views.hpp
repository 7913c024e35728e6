#pragma once

#include "kernel/files/files.hpp"
#include "kernel/html/html.hpp"
#include "modules/letters/block_forms.hpp"

#include <map>
#include <string>

namespace letters
{

/// « Texte », « Deux colonnes ».
std::string kind_words(BlockKind kind);

/// The pictures that are kept, by their id, and where their workspace is.
struct ShownPictures {
    std::string slug;
    std::map<std::int64_t, files::File> kept;
};
/// Each block with its fields and the buttons that move it; the one with `focus_key` has the focus.
html::Html block_list(const TypedBlocks& blocks, int focus_key, const ShownPictures& pictures);
/// A button for each kind.
html::Html block_adders();

} // namespace letters
