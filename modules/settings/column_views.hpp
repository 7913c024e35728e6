#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

#include <span>
#include <string>
#include <string_view>

namespace settings
{

/// A name of a field and the key of its label: what forms of this module are drawn from.
struct Named {
    std::string_view name;
    std::string_view label_key;
};

/// The sentence of an error, or empty.
std::string sentence_of(const forms::FieldError* error);

/// With what was typed and what is wrong with it.
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

/// The column every page of the settings stands in, with its sentence.
html::Html column(std::string_view lead, const html::Html& content);

} // namespace settings
