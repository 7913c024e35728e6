#pragma once

#include "kernel/html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui
{

/// What every field has. Sentences come ready to be shown; `error` is that of this submission.
struct Field {
    std::string name;
    std::string label;
    std::string value;
    std::string type = "text"; ///< text, email, tel, url, search, number, date, time, month
    std::string hint;
    std::string error;
    std::string placeholder;
    std::string autocomplete;
    std::string inputmode;
    int length_max = 0; ///< characters; 0 = not said
    bool is_required = false;
    bool is_numeric = false; ///< tabular figures: amounts, SIRET, postcodes
    bool has_focus = false;  ///< one a page
    html::Attribute more;
};

/// "f-<name>": where the error summary links to.
std::string field_id(std::string_view name);

html::Html input_field(const Field& field);
html::Html text_area(const Field& field, int rows = 4);
/// Masked, with a button that shows it; what was typed is never sent back.
html::Html password_field(const Field& field);
/// Choosing files, several when `field.more` says html::multiple(); `accept` as in HTML.
html::Html file_field(const Field& field, std::string_view accept = {});
/// The paper clip of a composer, with the names of the chosen files beside it.
html::Html attach_button(std::string_view name, std::string_view label,
                         std::string_view accept = {});
/// The six boxes of a code; sent as six values named `field.name`, to be put side by side.
html::Html code_field(const Field& field);

struct Choice {
    std::string value;
    std::string label;
    std::string hint;
};
/// `field.placeholder` is the first, empty choice when given.
html::Html select_field(const Field& field, const std::vector<Choice>& choices);
html::Html radio_group(const Field& field, const std::vector<Choice>& choices);
/// Ticked when field.value is "on".
html::Html check_box(const Field& field);
html::Html switch_field(const Field& field);

} // namespace ui
