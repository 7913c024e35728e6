#pragma once

#include "kernel/guard/call.hpp"
#include "modules/quotes/quote.hpp"

#include <string>
#include <vector>

namespace quotes
{

/// The quote of the address with what its pages need beside it.
struct OpenedQuote {
    Quote quote;
    std::vector<Line> lines;
    std::string client_name;
};
OpenedQuote opened(guard::Call& call);

const std::string& slug_of(const guard::Call& call);

} // namespace quotes
