#pragma once

#include "kernel/files/drawing.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"

#include <optional>
#include <string>

namespace files
{

/// What somebody else saved while this page was open.
struct SavedMeanwhile {
    base::Drawing shapes;
    std::string by; ///< empty: not known
};

struct DrawingView {
    html::Url action;
    html::Url back;
    html::Url picture; ///< the large copy
    html::Html guard;
    guard::FormView fields;
    File photo;
    base::Drawing shapes; ///< that the page shows; what was typed, when it can be read
    std::string typed;    ///< as JSON
    std::int64_t version = 0;
    bool is_answer = false; ///< to what was sent, and nobody saved
    std::string error;      ///< of the whole
    std::optional<SavedMeanwhile> saved;
};
html::Html drawing_page(const DrawingView& view);

} // namespace files
