#pragma once

#include <span>
#include <string_view>

/// What the journal knows to tell is longer than one file; for journal_actions.cpp only.
namespace audit
{

std::span<const std::string_view> actions_on_prices();

} // namespace audit
