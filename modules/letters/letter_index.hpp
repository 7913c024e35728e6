#pragma once

#include "kernel/search/search.hpp"
#include "modules/letters/letter.hpp"

namespace letters
{

search::Document names_of(const Letter& letter);
search::Kind letter_search();
search::Source letter_source();

} // namespace letters
