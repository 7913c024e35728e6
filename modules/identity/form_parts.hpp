#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/captcha.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace identity
{

/// A name of a field and the key of its label: what forms of this module are drawn from.
struct Named {
    std::string_view name;
    std::string_view label_key;
};

/// The sentence of an error, or empty.
std::string sentence_of(const forms::FieldError* error);

/// With what was typed and what is wrong with it. Passwords are never shown again.
template <class Command>
ui::Field field_of(const forms::Form<Command>& form, const Named& named)
{
    ui::Field field;
    field.name = named.name;
    field.label = i18n::t(named.label_key);
    field.value = form.typed_value(named.name);
    field.error = sentence_of(form.errors.find(named.name));
    return field;
}

/// One line per wrong field, to be put above the form.
html::Html problems_of(const forms::Errors& errors, std::span<const Named> labels);

/// Title and one sentence of a page of the split layout.
html::Html heading(std::string_view title, std::string_view lead);

/// A sentence about the submission as a whole; nothing when it is empty.
html::Html refusal_banner(const std::string& sentence);

/// The question of plain words; nothing when none is asked.
html::Html captcha_fields(const std::optional<Captcha>& captcha, const forms::Errors& errors);

} // namespace identity
