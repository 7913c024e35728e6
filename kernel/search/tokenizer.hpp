#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace search
{

/// Grows when the same text gives other terms; workspaces indexed by an older one are indexed
/// again.
inline constexpr int tokenizer_version = 1;

inline constexpr std::size_t term_length_max = 40;   ///< code points; a longer word is cut there
inline constexpr std::size_t name_terms_max = 16;    ///< of one object, written by its action
inline constexpr std::size_t text_terms_max = 2'000; ///< of one text

/// What is stored and looked for: folded words, each once.
using Terms = std::set<std::string>;

/// The folded words of a text in their order: accents, case and punctuation dropped.
std::vector<std::string> words_of(std::string_view text);
/// Of a long text: each word of two letters or more, once; the first text_terms_max.
Terms text_terms(std::string_view text);

/// "+33 2 61 91 00 01", "02.61.91.00.01" → "0261910001". Empty for what is no number.
std::string phone_term(std::string_view phone);
/// Where a keyed hash of an encrypted field stands among the terms: no text folds to it.
std::string keyed_term(std::string_view hash);

/// The terms of what an object is called: its names, numbers and titles, at most name_terms_max;
/// what is said first counts first.
class Names
{
  public:
    Names& words(std::string_view text);
    /// "T-2026-00042": also "42" for the last part.
    Names& number(std::string_view number);
    Names& phone(std::string_view phone);
    /// The hash of an encrypted field (keyed_hash of search.hpp): found by the exact value only.
    Names& keyed(std::string_view hash);
    const Terms& terms() const { return terms_; }

  private:
    void add(std::string term);

    Terms terms_;
};

} // namespace search
