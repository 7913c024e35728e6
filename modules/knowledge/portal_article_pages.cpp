#include "modules/knowledge/portal_article_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/knowledge/article_actions.hpp"
#include "modules/knowledge/article_forms.hpp"
#include "modules/knowledge/article_store.hpp"
#include "modules/knowledge/article_views.hpp"

namespace knowledge
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

constexpr int shown_on_home = 4;

PublishedView view_of(Call& call, int limit)
{
    return {.slug = slug_of(call), .articles = call.context().read([&](WorkspaceTransaction& tx) {
                return ArticleStore{tx}.published(limit);
            })};
}

} // namespace

http::Response list_published(Call& call)
{
    return guard::render(call, guard::Page{.title = t("knowledge.client.title"),
                                           .body = published_list(view_of(call, articles_max)),
                                           .is_data_only = true});
}

http::Response show_published(Call& call)
{
    const auto id = call.path_id<ArticleId>("conseil");
    const auto article =
        call.context().read([&](WorkspaceTransaction& tx) { return published(tx, id); });
    const auto body = published_page(
        {.slug = slug_of(call), .article = article, .guard = guard::form_guard(call)});
    return guard::render(call,
                         guard::Page{.title = article.title, .body = body, .is_data_only = true});
}

http::Response suggest_articles(Call& call)
{
    const auto articles = call.context().read(
        [&](WorkspaceTransaction& tx) { return suggested(tx, call.query("title")); });
    return http::Response::html(suggestions(articles).text());
}

http::Response create_solved(Call& call)
{
    const auto form = call.form<ConfirmSolved>();
    if (!form.is_valid()) throw base::NotFound{};
    call.context().write(
        [&](WorkspaceTransaction& tx) { confirm_solved(tx, form.command.article); });
    return call.redirect(call.in_workspace("/accueil"), "knowledge.notice.solved");
}

html::Html published_panel(Call& call)
{
    return published_card(view_of(call, shown_on_home));
}

html::Html suggestions_panel(Call& call)
{
    return suggestions_place(slug_of(call));
}

html::Html solved_panel(Call& call)
{
    return solved_form(slug_of(call), guard::form_guard(call));
}

} // namespace knowledge
