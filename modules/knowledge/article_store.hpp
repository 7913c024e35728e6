#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/knowledge/article.hpp"

#include <optional>
#include <string>
#include <vector>

namespace knowledge
{

class ArticleStore
{
  public:
    explicit ArticleStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Article& article);
    /// False when somebody saved another version meanwhile.
    bool update(const Article& article, std::int64_t seen_version);
    void remove(ArticleId id);
    /// One more client whose problem is solved.
    void count_solved(ArticleId id);
    std::optional<Article> find(ArticleId id);
    /// By title, at most articles_max.
    std::vector<Article> all();
    int count();
    /// Of published articles, by title.
    std::vector<Headline> published(int limit);

    /// What it is proposed by from now on; nothing = never.
    void set_terms(ArticleId id, const Weights& weights);
    /// Words that are that one, or begin so when it may go on; at most matches_max.
    std::vector<Match> matches(const TypedWord& typed);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace knowledge
