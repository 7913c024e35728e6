#pragma once

#include "kernel/search/search.hpp"
#include "modules/quotes/quote.hpp"

/// What quotes are found by, by the team: their title. The name of the client is his own: it may
/// change, or be forgotten.
namespace quotes
{

search::Document names_of(const Quote& quote);
search::Kind quote_kind();
search::Source quote_source();

} // namespace quotes
