#include "modules/knowledge/article_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/knowledge/article_store.hpp"

namespace knowledge
{
namespace
{

using tenancy::WorkspaceTransaction;

Article rewritten(Article article, const ArticleText& text)
{
    article.title = text.title;
    article.search_key = base::fold(text.title);
    article.keywords = text.keywords;
    article.body = text.body;
    article.publication = text.publication;
    article.saved_at = base::now();
    return article;
}

Weights proposed_by(const Article& article)
{
    return article.publication == Publication::published ? weights_of(article) : Weights{};
}

std::string said(Publication publication)
{
    return std::string{forms::enum_name(publication)};
}

} // namespace

ArticleId add_article(WorkspaceTransaction& tx, const ArticleText& text)
{
    ArticleStore store{tx};
    base::refuse_unless(store.count() < articles_max, "knowledge.refusal.full",
                        {{"most", std::to_string(articles_max)}});
    const auto article = rewritten({.id = tx.make_id<ArticleId>()}, text);
    store.insert(article);
    store.set_terms(article.id, proposed_by(article));
    audit::append(tx, {.action = "knowledge.article_added",
                       .subject_kind = "article",
                       .subject = article.id.value,
                       .changes = {{"title", "", article.title},
                                   {"publication", "", said(article.publication)}}});
    return article.id;
}

void save_article(WorkspaceTransaction& tx, ArticleId id, const ArticleText& text,
                  std::int64_t seen_version)
{
    ArticleStore store{tx};
    const auto before = store.find(id);
    if (!before) throw base::NotFound{};
    const auto after = rewritten(*before, text);
    if (!store.update(after, seen_version))
        throw base::Refusal{
            "knowledge.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    store.set_terms(id, proposed_by(after));
    audit::append(
        tx, {.action = "knowledge.article_saved",
             .subject_kind = "article",
             .subject = id.value,
             .changes = {{"title", before->title, after.title},
                         {"body", before->body, after.body},
                         {"publication", said(before->publication), said(after.publication)}}});
}

void remove_article(WorkspaceTransaction& tx, ArticleId id)
{
    ArticleStore store{tx};
    const auto before = store.find(id);
    if (!before) return;
    store.remove(id);
    audit::append(tx, {.action = "knowledge.article_removed",
                       .subject_kind = "article",
                       .subject = id.value,
                       .changes = {{"title", before->title, ""}, {"body", before->body, ""}}});
}

void confirm_solved(WorkspaceTransaction& tx, ArticleId id)
{
    const auto article = published(tx, id);
    ArticleStore{tx}.count_solved(id);
    audit::append(tx, {.action = "knowledge.problem_solved",
                       .subject_kind = "article",
                       .subject = id.value,
                       .changes = {{"title", "", article.title}}});
}

std::vector<Article> suggested(WorkspaceTransaction& tx, std::string_view title)
{
    ArticleStore store{tx};
    std::vector<std::vector<Match>> by_word;
    for (const auto& typed : words_typed(title))
        by_word.push_back(store.matches(typed));
    std::vector<Article> articles;
    for (const auto id : ranked(by_word))
        if (auto article = store.find(id)) articles.push_back(std::move(*article));
    return articles;
}

Article published(WorkspaceTransaction& tx, ArticleId id)
{
    auto article = ArticleStore{tx}.find(id);
    if (!article || article->publication != Publication::published) throw base::NotFound{};
    return std::move(*article);
}

} // namespace knowledge
