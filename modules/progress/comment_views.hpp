#pragma once

#include "modules/progress/sheet_views.hpp"

namespace progress
{

/// What is answered to a publication, and the forms to answer.
html::Html comments_of(const SheetPageView& view, const ShownPost& shown);

struct CommentFormView {
    Reading reading;
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
};
/// Correcting a comment.
html::Html comment_form(const CommentFormView& view);

} // namespace progress
