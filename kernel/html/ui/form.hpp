#pragma once

#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace ui
{

enum class FormMethod { Post, Get };

struct Form {
    html::Url action;
    html::Html guard; ///< guard::form_guard(call): hidden CSRF token and form key; empty for GET
    FormMethod method = FormMethod::Post;
    std::string id;
    std::string classes = "grid grid-cols-1 gap-4";
    bool has_files = false;
    std::string confirm; ///< asked before sending: « Supprimer ce ticket ? »
    html::Attribute more;
};

/// The server checks and answers every error at once, so the browser's own bubbles are off.
html::Attribute form_attributes(const Form& form);

template <class... T>
html::Html form(const Form& form, const T&... content)
{
    return html::form(form_attributes(form), form.guard, content...);
}

html::Html hidden_field(std::string_view name, std::string_view value);
/// Buttons at the end of a form.
template <class... T>
html::Html form_actions(const T&... buttons)
{
    return html::div(html::cls("flex flex-wrap items-center gap-2"), buttons...);
}

/// One wrong field of a refused form; `name` empty = the form as a whole.
struct Problem {
    std::string name;
    std::string label;
    std::string sentence;
};
/// How many fields to correct, and a link to each. Nothing without problems.
html::Html error_summary(const std::vector<Problem>& problems);

} // namespace ui
