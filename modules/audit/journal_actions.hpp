#pragma once

#include <span>
#include <string_view>

/// What the journal knows to tell is longer than one file; for journal_actions.cpp only.
namespace audit
{

/// From the price of an item to the books.
std::span<const std::string_view> actions_on_money();

} // namespace audit
