#include "modules/help/help_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/help/help_views.hpp"

namespace help
{
namespace
{

html::Url here(const guard::Call& call, const std::string& end = {})
{
    return html::checked_local(call.in_workspace("/aide" + end));
}

/// Whose work has nothing to do with it does not read it.
bool concerns(const guard::Call& call, const Article& article)
{
    return article.needs.empty() || call.may(article.needs);
}

} // namespace

http::Response list_articles(guard::Call& call)
{
    const auto side = call.actor().side;
    ContentsView view{.base = here(call), .side = side, .articles = {}};
    for (const auto& article : articles_for(side))
        if (concerns(call, article)) view.articles.push_back(&article);
    return guard::render(
        call, guard::Page{.title = i18n::t("help.title"),
                          .body = contents_page(view),
                          .breadcrumbs = ui::breadcrumbs({{.label = i18n::t("help.title")}})});
}

http::Response show_article(guard::Call& call)
{
    const auto* const article = find_article(call.actor().side, call.path("article"));
    if (article == nullptr || !concerns(call, *article)) throw base::NotFound{};
    return guard::render(
        call, guard::Page{.title = article->title,
                          .body = article_page({.contents = here(call), .article = *article}),
                          .breadcrumbs =
                              ui::breadcrumbs({{.label = i18n::t("help.title"), .to = here(call)},
                                               {.label = article->title}})});
}

} // namespace help
