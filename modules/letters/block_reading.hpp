#pragma once

#include "modules/letters/block_forms.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

/// One block, of what a form sends under its key.
namespace letters
{

/// « words », « text », « text_format »… of one block.
using TypedTexts = std::map<std::string, std::string, std::less<>>;

/// With what is wrong of each field by itself.
TypedBlock read_block(int key, const TypedTexts& texts);

/// A whole number and nothing else.
std::optional<int> number_in(std::string_view text);

} // namespace letters
