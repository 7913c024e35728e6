#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/knowledge/article.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace knowledge
{

struct ArticleListView {
    std::string slug;
    std::vector<Article> articles;
};
std::string publication_words(Publication publication);
html::Html article_list(const ArticleListView& view);

struct ArticleFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::string title; ///< of the article as it is saved
    bool is_new = false;
};
html::Html article_form(const ArticleFormView& view);

/// What is published.
struct PublishedView {
    std::string slug;
    std::vector<Headline> articles;
};
html::Html published_list(const PublishedView& view);
/// Nothing when there is none.
html::Html published_card(const PublishedView& view);

struct PublishedArticleView {
    std::string slug;
    const Article& article;
    html::Html guard;
};
html::Html published_page(const PublishedArticleView& view);

/// Where suggestions appear while a title is typed (web/controllers/suggest_controller.ts).
html::Html suggestions_place(std::string_view slug);
/// What appears there: each article can be read in place, and its button sends solved_form.
html::Html suggestions(const std::vector<Article>& articles);
/// No form holds another: this one stands after the one that is being filled in.
html::Html solved_form(std::string_view slug, const html::Html& guard);

} // namespace knowledge
