#pragma once

#include "kernel/html/core.hpp"

#include <string_view>

namespace html
{

/// What people write in conversations, as Html: CommonMark with addresses made into links and line
/// breaks kept. Safe whatever the source: tags show as text, « javascript: » and « data: » links
/// lose their address, images are links (a page loads nothing from elsewhere), headings are bold
/// paragraphs (a page has its own), a block of code has no language and so names no class. Any
/// thread.
Html markdown(std::string_view source);

} // namespace html
