#pragma once

#include "kernel/forms/form.hpp"
#include "modules/quotes/issue.hpp"

#include <boost/describe/class.hpp>

namespace quotes
{

inline constexpr std::size_t addressee_length_max = 120;

struct SendQuote {
    std::optional<Way> way; ///< by mail when nothing is said
    forms::Text<1, addressee_length_max> name;
    forms::Text<0, 254> email; ///< required by mail
    base::Date valid_until;
    forms::LongText<0, sending_words_max> words;
    forms::Number<1, 1'000'000'000> version; ///< of what the page showed
};
BOOST_DESCRIBE_STRUCT(SendQuote, (), (way, name, email, valid_until, words, version))

/// What the fields cannot know alone: an address where one is needed, a validity that is not past.
void check_whole(forms::Form<SendQuote>& form, base::Date today);

} // namespace quotes
