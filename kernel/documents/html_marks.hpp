#pragma once

#include "kernel/documents/html_tree.hpp"
#include "kernel/documents/rich_text.hpp"

#include <optional>

/// How an element looks, by its name, its class and its style; for kernel/documents only.
namespace documents
{

/// Those of what is inside `element`, whose surroundings have `outer`.
TextMarks marks_inside(const GumboNode& element, const TextMarks& outer);

bool is_hidden(const GumboNode& element);

/// Word writes items of lists as paragraphs, « mso-list:l0 level2 lfo1 », the sign of the item
/// inside as words to be ignored.
std::optional<int> word_list_level(const GumboNode& element);
TextKind word_list_kind(const GumboNode& element);
bool is_word_list_sign(const GumboNode& element);

} // namespace documents
