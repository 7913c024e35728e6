#pragma once

#include "kernel/guard/call.hpp"

namespace help
{

http::Response list_articles(guard::Call& call);
http::Response show_article(guard::Call& call);

} // namespace help
