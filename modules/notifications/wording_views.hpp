#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/mail/wording.hpp"

#include <optional>
#include <string>
#include <vector>

namespace notifications
{

struct WordingLine {
    std::string title;
    std::string subject; ///< with its variables
    html::Url page;
    tenancy::Side side = tenancy::Side::staff; ///< of who receives it
    bool is_own = false;
};
html::Html wording_list(const std::vector<WordingLine>& lines);

/// A mail with example data.
struct WordingPreview {
    mail::Wording said;
    std::string text; ///< its text part
};

struct WordingView {
    std::string title;
    std::string name;
    std::vector<std::string> variables;
    html::Url list; ///< the other pages are below it
    html::Html guard;
    guard::FormView fields;
    std::optional<WordingPreview> preview; ///< none for a text that cannot be sent
    bool is_own = false;
};
html::Html wording_page(const WordingView& view);

} // namespace notifications
