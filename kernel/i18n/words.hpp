#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

/// The words of a business inside our sentences. A sentence names the noun by its code between
/// double brackets, with the article or adjective that has to agree:
///
///     "[[Nouveau ticket]]"     Nouveau ticket · Nouvelle demande · Nouvelle intervention
///     "[[le project]]"         le site · la résidence · l’adresse
///     "[[Aucun ticket]] fermé[[e:ticket]]"
///     "[[tickets]] du [[project]]", "[[Tickets]]" at the start of a sentence
///
/// Known before a noun: le un du au de ce mon aucun nouveau, one or several; any other word before
/// a noun is left as it is.
namespace i18n
{

struct Noun {
    std::string singular;
    std::string plural;
    bool is_feminine = false;

    friend bool operator==(const Noun&, const Noun&) = default;
};
using Nouns = std::map<std::string, Noun, std::less<>>;

/// While it lives, sentences of this thread use these words: one a request, one a job. `nouns`
/// outlives it. Scopes nest.
class WordsScope
{
  public:
    explicit WordsScope(const Nouns& nouns);
    /// Without words, until use() says which: a request learns its workspace on the way.
    WordsScope();
    WordsScope(const WordsScope&) = delete;
    WordsScope& operator=(const WordsScope&) = delete;
    ~WordsScope();
    static void use(const Nouns& nouns);

  private:
    const Nouns* previous_;
};

/// The sentence with the words of this thread; outside any scope, and for an unknown noun, the code
/// is shown. Text without brackets comes back as it is.
std::string worded(std::string_view sentence);

} // namespace i18n
