#pragma once

#include "kernel/forms/form.hpp"
#include "modules/quotes/issue.hpp"

#include <boost/describe/class.hpp>

namespace quotes
{

/// By the client, or as the team notes it.
struct DeclineQuote {
    forms::LongText<0, reason_length_max> reason;
};
BOOST_DESCRIBE_STRUCT(DeclineQuote, (), (reason))

struct AskAboutQuote {
    forms::LongText<1, question_length_max> question;
};
BOOST_DESCRIBE_STRUCT(AskAboutQuote, (), (question))

struct CancelQuote {
    forms::LongText<1, reason_length_max> reason;
};
BOOST_DESCRIBE_STRUCT(CancelQuote, (), (reason))

struct ExtendQuote {
    base::Date valid_until;
};
BOOST_DESCRIBE_STRUCT(ExtendQuote, (), (valid_until))

} // namespace quotes
