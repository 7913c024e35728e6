#pragma once

#include "kernel/search/search.hpp"
#include "modules/quotes/quote.hpp"

#include <string_view>

/// What quotes are found by: their title and the name of the client, by the team.
namespace quotes
{

search::Document names_of(const Quote& quote, std::string_view client_name);
search::Kind quote_kind();
search::Source quote_source();

} // namespace quotes
