#include "modules/quotes/quote_words.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"

namespace quotes
{

std::string state_words(QuoteState state)
{
    return i18n::t("quotes.state." + std::string{forms::enum_name(state)});
}

std::string_view state_tone(QuoteState state)
{
    switch (state) {
    case QuoteState::sent:
        return "blue";
    case QuoteState::accepted:
        return "green";
    case QuoteState::declined:
        return "red";
    case QuoteState::expired:
        return "amber";
    case QuoteState::draft:
    case QuoteState::replaced:
    case QuoteState::cancelled:
        break;
    }
    return "gray";
}

} // namespace quotes
