#include "modules/letters/letter_words.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"

namespace letters
{

std::string kind_words(LetterKind kind)
{
    return i18n::t("letters.kind." + std::string{forms::enum_name(kind)});
}

std::string state_words(LetterState state)
{
    return i18n::t("letters.states." + std::string{forms::enum_name(state)});
}

std::string client_state_words(LetterState state)
{
    return state == LetterState::draft ? i18n::t("letters.client.in_revision") : state_words(state);
}

std::string_view state_tone(LetterState state)
{
    return state == LetterState::draft ? "gray" : state == LetterState::sent ? "blue" : "green";
}

} // namespace letters
