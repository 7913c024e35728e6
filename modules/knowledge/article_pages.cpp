#include "modules/knowledge/article_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
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

html::Url list_path(const Call& call)
{
    return html::route("/e/{}/reglages/conseils", call.context().workspace().slug);
}

html::Url article_path(const Call& call, ArticleId id)
{
    return html::route("/e/{}/reglages/conseils/{}", call.context().workspace().slug, id);
}

html::Html crumbs(const Call& call, const std::string& here)
{
    std::vector<ui::Crumb> trail{
        {t("knowledge.settings"), html::route("/e/{}/reglages", call.context().workspace().slug)}};
    if (here.empty())
        trail.push_back({t("knowledge.title"), {}});
    else {
        trail.push_back({t("knowledge.title"), list_path(call)});
        trail.push_back({here, {}});
    }
    return ui::breadcrumbs(trail);
}

Article article_of(Call& call)
{
    const auto id = call.path_id<ArticleId>("conseil");
    auto article =
        call.context().read([&](WorkspaceTransaction& tx) { return ArticleStore{tx}.find(id); });
    if (!article) throw base::NotFound{};
    return std::move(*article);
}

forms::Form<SaveArticle> form_of(const Article& article)
{
    return {.command = {},
            .typed = {{"title", article.title},
                      {"keywords", article.keywords},
                      {"body", article.body},
                      {"publication", std::string{forms::enum_name(article.publication)}},
                      {"version", std::to_string(article.version)}},
            .errors = {}};
}

ArticleText text_of(const SaveArticle& typed)
{
    return {.title = typed.title.value,
            .keywords = typed.keywords.value,
            .body = typed.body.value,
            .publication = typed.publication};
}

http::Response answer(Call& call, ArticleFormView view, int status)
{
    const auto title = view.is_new ? t("knowledge.new") : view.title;
    return guard::render(call, guard::Page{.title = title,
                                           .body = article_form(view),
                                           .breadcrumbs = crumbs(call, title),
                                           .status = status});
}

ArticleFormView view_of(Call& call, const forms::Form<SaveArticle>& form, const Article& article)
{
    const bool is_new = !article.id;
    return {.action = is_new ? list_path(call) : article_path(call, article.id),
            .back = list_path(call),
            .guard = guard::form_guard(call),
            .fields = {form.typed.empty() ? form_of(article) : form, "knowledge.field"},
            .title = article.title,
            .is_new = is_new};
}

http::Response form_page(Call& call, const forms::Form<SaveArticle>& form, const Article& article)
{
    return answer(call, view_of(call, form, article), form.is_valid() ? 200 : 422);
}

/// Both versions: sent again, what is typed is on top of what somebody else saved.
http::Response stale_page(Call& call, const forms::Form<SaveArticle>& form)
{
    const auto saved = article_of(call);
    auto view = view_of(call, form, saved);
    view.fields.set_beside(form_of(saved).typed,
                           {{"publication", publication_words(saved.publication)}});
    return answer(call, view, 409);
}

} // namespace

http::Response list_articles(Call& call)
{
    const auto add = ui::link_button(
        html::route("/e/{}/reglages/conseils/nouveau", call.context().workspace().slug),
        {.label = t("knowledge.new"),
         .icon = "plus",
         .kind = ui::ButtonKind::Primary,
         .hotkey = "c"});
    const auto articles =
        call.context().read([](WorkspaceTransaction& tx) { return ArticleStore{tx}.all(); });
    const auto body = article_list({.slug = call.context().workspace().slug, .articles = articles});
    return guard::render(call, guard::Page{.title = t("knowledge.title"),
                                           .body = body,
                                           .top = add,
                                           .breadcrumbs = crumbs(call, {}),
                                           .is_data_only = true});
}

http::Response new_article(Call& call)
{
    return form_page(call, call.blank_form<SaveArticle>(), {});
}

http::Response create_article(Call& call)
{
    const auto form = call.form<SaveArticle>();
    if (!form.is_valid()) return form_page(call, form, {});
    call.context().write([&](WorkspaceTransaction& tx) { add_article(tx, text_of(form.command)); });
    return call.redirect(list_path(call).text(), "knowledge.notice.added");
}

http::Response show_article(Call& call)
{
    return form_page(call, call.blank_form<SaveArticle>(), article_of(call));
}

http::Response update_article(Call& call)
{
    const auto article = article_of(call);
    const auto form = call.form<SaveArticle>();
    if (!form.is_valid()) return form_page(call, form, article);
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_article(tx, article.id, text_of(form.command), seen);
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return stale_page(call, form);
    }
    return call.redirect(list_path(call).text(), "knowledge.notice.saved");
}

http::Response delete_article(Call& call)
{
    const auto id = article_of(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { remove_article(tx, id); });
    return call.redirect(list_path(call).text(), "knowledge.notice.removed");
}

} // namespace knowledge
