#pragma once

#include "kernel/guard/call.hpp"

#include <string_view>

namespace guard
{

struct SettingsEntry;

/// Whether the page at this path inside the workspace, as its module declared it, lets in who
/// asks: the workspace has that module, and the visitor holds the page's permission. For links to
/// pages of other modules. It reads the table of routes: a menu may ask, not each line of a list.
/// A path that no module declared is closed.
bool is_open(const Call& call, std::string_view path);

/// Whether the visitor may open that entry of the settings menu.
bool is_open(const Call& call, const SettingsEntry& entry);

} // namespace guard
