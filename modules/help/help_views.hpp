#pragma once

#include "kernel/html/html.hpp"
#include "modules/help/article.hpp"

#include <vector>

namespace help
{

struct ContentsView {
    html::Url base; ///< an article is below it
    tenancy::Side side = tenancy::Side::staff;
    std::vector<const Article*> articles;
};
html::Html contents_page(const ContentsView& view);

struct ArticleView {
    html::Url contents; ///< the list
    const Article& article;
};
html::Html article_page(const ArticleView& view);

} // namespace help
