#include "modules/knowledge/article_store.hpp"

namespace knowledge
{
namespace
{

/// Greater than every folded text: the end of a prefix range.
constexpr const char* after_every_text = "\xF4\x8F\xBF\xBF";

/// Smaller than every letter of a folded word: the end of the range of that word alone.
constexpr const char* after_the_word = " ";

/// A word, as stored.
struct TermRow {
    std::string term;
    ArticleId article_id;
    std::int64_t weight = 0;
};
BOOST_DESCRIBE_STRUCT(TermRow, (), (term, article_id, weight))

constexpr db::Table<Article> article_table{"knowledge_article"};
constexpr db::Table<TermRow> term_table{"knowledge_term"};

constexpr db::Query update_article{"knowledge.update_article", R"sql(
    UPDATE knowledge_article
       SET title = :title, search_key = :search_key, keywords = :keywords, body = :body,
           publication = :publication, saved_at = :saved_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query delete_article{"knowledge.delete_article", R"sql(
    DELETE FROM knowledge_article WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query count_solved_one{"knowledge.count_solved", R"sql(
    UPDATE knowledge_article SET solved = solved + 1
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_article{"knowledge.find_article", R"sql(
    SELECT id, title, search_key, keywords, body, publication, solved, saved_at, version
      FROM knowledge_article WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_articles{"knowledge.articles", R"sql(
    SELECT id, title, search_key, keywords, body, publication, solved, saved_at, version
      FROM knowledge_article WHERE workspace_id = :workspace ORDER BY search_key, id LIMIT :limit
)sql"};

constexpr db::Query count_articles{"knowledge.count", R"sql(
    SELECT count(*) FROM knowledge_article WHERE workspace_id = :workspace
)sql"};

constexpr db::Query list_published{"knowledge.published", R"sql(
    SELECT id, title FROM knowledge_article
     WHERE workspace_id = :workspace AND publication = :published
     ORDER BY search_key, id LIMIT :limit
)sql"};

constexpr db::Query delete_terms{"knowledge.delete_terms", R"sql(
    DELETE FROM knowledge_term WHERE workspace_id = :workspace AND article_id = :article
)sql"};

constexpr db::Query matching_terms{"knowledge.matching_terms", R"sql(
    SELECT article_id, weight FROM knowledge_term
     WHERE workspace_id = :workspace AND term >= :from AND term < :until LIMIT :limit
)sql"};

} // namespace

void ArticleStore::insert(const Article& article)
{
    tx_.insert(article_table, article);
}

bool ArticleStore::update(const Article& article, std::int64_t seen_version)
{
    return tx_.execute(update_article, {{"id", article.id},
                                        {"title", article.title},
                                        {"search_key", article.search_key},
                                        {"keywords", article.keywords},
                                        {"body", article.body},
                                        {"publication", article.publication},
                                        {"saved_at", article.saved_at},
                                        {"seen_version", seen_version}}) == 1;
}

void ArticleStore::remove(ArticleId id)
{
    set_terms(id, {});
    tx_.execute(delete_article, {{"id", id}});
}

void ArticleStore::count_solved(ArticleId id)
{
    tx_.execute(count_solved_one, {{"id", id}});
}

std::optional<Article> ArticleStore::find(ArticleId id)
{
    return tx_.find<Article>(find_article, {{"id", id}});
}

std::vector<Article> ArticleStore::all()
{
    return tx_.rows<Article>(list_articles, {{"limit", articles_max}});
}

int ArticleStore::count()
{
    return static_cast<int>(tx_.value<std::int64_t>(count_articles, {}).value_or(0));
}

std::vector<Headline> ArticleStore::published(int limit)
{
    return tx_.rows<Headline>(list_published,
                              {{"published", Publication::published}, {"limit", limit}});
}

void ArticleStore::set_terms(ArticleId id, const Weights& weights)
{
    tx_.execute(delete_terms, {{"article", id}});
    for (const auto& [term, weight] : weights)
        tx_.insert(term_table, {.term = term, .article_id = id, .weight = weight});
}

std::vector<Match> ArticleStore::matches(const TypedWord& typed)
{
    const auto until = typed.word + (typed.is_whole ? after_the_word : after_every_text);
    return tx_.rows<Match>(matching_terms,
                           {{"from", typed.word}, {"until", until}, {"limit", matches_max}});
}

} // namespace knowledge
