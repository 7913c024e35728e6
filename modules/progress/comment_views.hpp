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

/// « Supprimer votre commentaire ? 2 réponses disparaîtront avec lui. »
struct CommentRemovalView {
    Reading reading;
    html::Url action;
    html::Url back;
    html::Html guard;
    std::string body;
    int replies = 0;
    std::string notice;
};
html::Html comment_removal_page(const CommentRemovalView& view);

} // namespace progress
