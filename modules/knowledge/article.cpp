#include "modules/knowledge/article.hpp"

#include "kernel/i18n/translate.hpp"
#include "kernel/search/tokenizer.hpp"

#include <algorithm>
#include <set>

namespace knowledge
{
namespace
{

constexpr std::size_t word_bytes_min = 3;
constexpr std::size_t plural_bytes_min = 4;
constexpr std::int64_t named_weight = 3;
constexpr std::int64_t said_weight = 1;

/// Folded, in the language of the interface.
const std::set<std::string, std::less<>>& common_words()
{
    static const auto words = [] {
        const auto all = search::words_of(i18n::t("knowledge.common_words"));
        return std::set<std::string, std::less<>>{all.begin(), all.end()};
    }();
    return words;
}

/// Empty for what says nothing: too short, or in every sentence.
std::string stem(std::string word)
{
    if (common_words().contains(word)) return {};
    if (word.size() >= plural_bytes_min && (word.back() == 's' || word.back() == 'x'))
        word.pop_back();
    return word.size() < word_bytes_min ? std::string{} : word;
}

void weigh(Weights& weights, std::string_view text, std::int64_t weight)
{
    for (const auto& word : search::text_terms(text))
        if (auto stemmed = stem(word); !stemmed.empty())
            weights.try_emplace(std::move(stemmed), weight);
}

struct Score {
    double value = 0;
    int words = 0;
    bool is_named = false;
};

bool is_worth_proposing(const Score& score)
{
    return score.is_named || score.words > 1;
}

} // namespace

Weights weights_of(const Article& article)
{
    Weights weights;
    weigh(weights, article.title + " " + article.keywords, named_weight);
    weigh(weights, article.body, said_weight);
    return weights;
}

std::vector<TypedWord> words_typed(std::string_view title)
{
    std::vector<TypedWord> words;
    auto typed = search::words_of(title);
    const bool is_going_on = !title.empty() && title.back() != ' ';
    for (std::size_t i = 0; i < typed.size() && words.size() < typed_words_max; ++i) {
        const bool is_whole = !is_going_on || i + 1 < typed.size();
        auto word = stem(std::move(typed[i]));
        if (word.empty() || std::ranges::find(words, word, &TypedWord::word) != words.end())
            continue;
        words.push_back({.word = std::move(word), .is_whole = is_whole});
    }
    return words;
}

std::vector<ArticleId> ranked(const std::vector<std::vector<Match>>& by_word)
{
    std::map<ArticleId, Score> scores;
    for (const auto& matches : by_word) {
        std::map<ArticleId, std::int64_t> best;
        for (const auto& match : matches)
            best[match.article_id] = std::max(best[match.article_id], match.weight);
        for (const auto& [article, weight] : best) {
            auto& score = scores[article];
            score.value += static_cast<double>(weight) / static_cast<double>(best.size());
            score.words += 1;
            score.is_named = score.is_named || weight == named_weight;
        }
    }
    std::vector<ArticleId> order;
    for (const auto& [article, score] : scores)
        if (is_worth_proposing(score)) order.push_back(article);
    std::ranges::stable_sort(
        order, [&](ArticleId a, ArticleId b) { return scores[a].value > scores[b].value; });
    if (order.size() > suggestions_max) order.resize(suggestions_max);
    return order;
}

} // namespace knowledge
