#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/client_note.hpp"

#include <optional>

namespace crm
{

struct WriteClientNote {
    NoteCategory category = NoteCategory::free;
    forms::LongText<1, 5'000> body;
};
BOOST_DESCRIBE_STRUCT(WriteClientNote, (), (category, body))

struct WriteAlert {
    AlertStrength strength = AlertStrength::informative;
    forms::Text<1, 300> words;
    std::optional<base::Date> from;
    std::optional<base::Date> until;
};
BOOST_DESCRIBE_STRUCT(WriteAlert, (), (strength, words, from, until))

/// Adds the error of an alert that ends before it begins.
void check_days(forms::Form<WriteAlert>& form);

} // namespace crm
