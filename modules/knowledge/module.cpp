#include "kernel/module.hpp"

#include "modules/knowledge/article_pages.hpp"
#include "modules/knowledge/knowledge.hpp"
#include "modules/knowledge/portal_article_pages.hpp"

namespace knowledge
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("knowledge.manage", "knowledge.permission.manage");
    module.permission("knowledge.read", "knowledge.permission.read");

    module.staff("/reglages/conseils")
        .get("", list_articles, needs("knowledge.manage"))
        .get("/nouveau", new_article, needs("knowledge.manage"))
        .post("", create_article, needs("knowledge.manage"), "SaveArticle")
        .get("/{conseil}", show_article, needs("knowledge.manage"), "knowledge_article")
        .post("/{conseil}", update_article, needs("knowledge.manage"), "SaveArticle",
              "knowledge_article")
        .post("/{conseil}/retrait", delete_article, needs("knowledge.manage"), {},
              "knowledge_article");
    module.portal("/conseils")
        .get("", list_published, needs("knowledge.read"))
        .get("/suggestions", suggest_articles, needs("knowledge.read"))
        .post("/resolu", create_solved, needs("knowledge.read"), "ConfirmSolved")
        .get("/{conseil}", show_published, needs("knowledge.read"), "published_article");
    module.settings({.label_key = "knowledge.title",
                     .hint_key = "knowledge.hint",
                     .path = "/reglages/conseils",
                     .icon = "book-open",
                     .permission = "knowledge.manage",
                     .order = 16});
    module.panel({.slot = "portal_home",
                  .permission = "knowledge.read",
                  .order = 30,
                  .render = published_panel});
    module.panel({.slot = "new_request",
                  .permission = "knowledge.read",
                  .order = 10,
                  .render = suggestions_panel});
    module.panel({.slot = "after_new_request",
                  .permission = "knowledge.read",
                  .order = 10,
                  .render = solved_panel});
}

} // namespace knowledge
