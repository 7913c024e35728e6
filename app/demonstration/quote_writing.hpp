#pragma once

#include "app/demonstration/material.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/quotes/quote.hpp"

#include <vector>

/// How every quote of a demonstration is written, by who `author` is.
namespace demonstration
{

/// A draft of these words and lines, valid as long as a new one.
quotes::QuoteId write_draft(tenancy::Context& author, quotes::Quote quote,
                            const std::vector<quotes::Line>& lines);

/// By mail, or handed over to who has no address.
void send_draft(tenancy::Context& author, quotes::QuoteId quote, const Client& to);

} // namespace demonstration
