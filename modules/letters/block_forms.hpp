#pragma once

#include "kernel/forms/form.hpp"
#include "modules/letters/content.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Blocks as a form sends them: « b3.words », « b3.text »… of the block with key 3; the order is
/// that in which the keys first come.
namespace letters
{

struct TypedBlock {
    int key = 0; ///< 1 or more, one a block
    Block block;
    std::string size;   ///< as typed
    std::string upload; ///< of a picture that was chosen and waits for a save (files::UploadId)
    std::string upload_name;                                      ///< what its file was called
    std::map<std::string, forms::FieldError, std::less<>> errors; ///< by field
};

struct TypedBlocks {
    std::vector<TypedBlock> blocks; ///< in order, at most blocks_read_max

    bool is_valid() const;
    int next_key() const;
    TypedBlock* find(int key);
};
/// More than blocks_max, so that who types one too many finds it again.
inline constexpr std::size_t blocks_read_max = 80;

/// « b3.words ».
std::string block_field(int key, std::string_view field);

/// A rich text comes with its « _format » and, beside it, what it was (« _was »): typed again as
/// the plain text of what it was, it keeps its marks.
TypedBlocks read_blocks(const forms::Typed& typed);
/// Those of a saved content, with their keys.
TypedBlocks typed_blocks(const std::vector<Block>& blocks);
/// A new one of that kind.
TypedBlock blank_block(BlockKind kind, int key);

std::vector<Block> blocks_of(const TypedBlocks& typed);

/// What a button asks: « add-text », « up-3 », « down-3 », « remove-3 », « copy-3 », « before-3-5 »
/// and « after-3-5 » (3 goes beside 5). Returns the key to go on with; nothing, and nothing
/// changes, for anything else.
std::optional<int> apply_step(TypedBlocks& typed, std::string_view step);

/// What is wrong with a content made of these blocks, each at its field; what is wrong of the whole
/// goes to `of_whole`.
void show_problems(const std::vector<ContentProblem>& problems, TypedBlocks& typed,
                   forms::Errors& of_whole);

} // namespace letters
