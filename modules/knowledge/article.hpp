#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace knowledge
{

using ArticleId = base::Id<struct KnowledgeArticleTag>;

/// Of a workspace.
inline constexpr int articles_max = 200;
/// Proposed at once.
inline constexpr std::size_t suggestions_max = 3;
/// Words of a title that are looked up.
inline constexpr std::size_t typed_words_max = 8;
/// Rows read for one word: more articles than that say nothing about which one helps.
inline constexpr int matches_max = articles_max;

/// Clients read what is published, nobody but the team knows of a draft.
enum class Publication { draft, published };
BOOST_DESCRIBE_ENUM(Publication, draft, published)

/// Written once by the team for its clients.
struct Article {
    ArticleId id;
    std::string title;
    std::string search_key;
    std::string keywords; ///< what clients call it: « figée, noire, pas d’image »
    std::string body;     ///< Markdown source
    Publication publication = Publication::draft;
    std::int64_t solved = 0; ///< how many clients said that it solved their problem
    base::Instant saved_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Article, (),
                      (id, title, search_key, keywords, body, publication, solved, saved_at,
                       version))

/// What a list shows of an article.
struct Headline {
    ArticleId id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Headline, (), (id, title))

/// What an article is proposed by: folded words without the s of the plural, and what each is worth
/// (3 in the title or the keywords, 1 in the text). Words of less than three letters and those that
/// every sentence says (« une », « depuis ») are left out.
using Weights = std::map<std::string, std::int64_t>;
Weights weights_of(const Article& article);

/// A word of a title; the last one may go on.
struct TypedWord {
    std::string word;
    bool is_whole = true;
    bool operator==(const TypedWord&) const = default;
};
/// The words of a title that is being typed, as weights_of() makes them, each once, the first
/// typed_words_max.
std::vector<TypedWord> words_typed(std::string_view title);

/// A word of an article that is one of those typed.
struct Match {
    ArticleId article_id;
    std::int64_t weight = 0;
};
BOOST_DESCRIBE_STRUCT(Match, (), (article_id, weight))

/// Which articles to propose, the best first, at most suggestions_max. `by_word` holds the matches
/// of each typed word: one that few articles say counts more. An article that meets a single word
/// of its text only is not proposed.
std::vector<ArticleId> ranked(const std::vector<std::vector<Match>>& by_word);

} // namespace knowledge
