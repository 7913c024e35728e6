#include "kernel/i18n/words.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>

namespace i18n
{

namespace
{

thread_local const Nouns* current = nullptr;

/// How a word before a noun agrees with it. An apostrophe at the end joins it to the noun.
struct Agreement {
    std::string_view masculine;
    std::string_view feminine;
    std::string_view before_vowel_masculine;
    std::string_view before_vowel_feminine;
};
constexpr std::array<Agreement, 9> agreements{{{"le", "la", "l’", "l’"},
                                               {"un", "une", "un", "une"},
                                               {"du", "de la", "de l’", "de l’"},
                                               {"au", "à la", "à l’", "à l’"},
                                               {"de", "de", "d’", "d’"},
                                               {"ce", "cette", "cet", "cette"},
                                               {"mon", "ma", "mon", "mon"},
                                               {"aucun", "aucune", "aucun", "aucune"},
                                               {"nouveau", "nouvelle", "nouvel", "nouvelle"}}};

struct Found {
    const Noun* noun = nullptr;
    bool is_plural = false;
};

/// "ticket", "tickets" or "Ticket" among the words of this thread.
Found find(std::string_view written)
{
    if (current == nullptr) return {};
    auto code = base::lower_ascii(written);
    if (const auto found = current->find(code); found != current->end())
        return {.noun = &found->second};
    if (!code.ends_with('s')) return {};
    code.pop_back();
    const auto found = current->find(code);
    return found == current->end() ? Found{} : Found{.noun = &found->second, .is_plural = true};
}

bool is_capital(std::string_view text)
{
    return !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
}

std::string with_capital(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    else if (text.size() > 1 && text.starts_with("\xC3") &&
             static_cast<unsigned char>(text[1]) >= 0xA0)
        text[1] = static_cast<char>(static_cast<unsigned char>(text[1]) - 0x20);
    return text;
}

bool starts_with_vowel(std::string_view word)
{
    constexpr std::string_view vowels = "aeiouyh";
    const auto folded = base::fold(word);
    return !folded.empty() && vowels.find(folded[0]) != vowels.npos;
}

/// One word before a noun, agreed and joined to what follows.
std::string joined(std::string_view written, const Found& found, const std::string& rest)
{
    const auto lower = base::lower_ascii(written);
    const auto known = std::ranges::find(agreements, lower, &Agreement::masculine);
    if (known == agreements.end() || found.is_plural) return lower + ' ' + rest;
    const bool is_feminine = found.noun->is_feminine;
    const bool is_vowel = starts_with_vowel(rest);
    const auto masculine = is_vowel ? known->before_vowel_masculine : known->masculine;
    const auto feminine = is_vowel ? known->before_vowel_feminine : known->feminine;
    const std::string word{is_feminine ? feminine : masculine};
    return word.ends_with("’") ? word + rest : word + ' ' + rest;
}

/// "le ticket" → « la demande ».
std::string named(std::string_view token)
{
    auto words = base::split(token, ' ');
    const auto found = find(words.back());
    if (found.noun == nullptr) return std::string{token};
    auto said = found.is_plural ? found.noun->plural : found.noun->singular;
    for (words.pop_back(); !words.empty(); words.pop_back())
        said = joined(words.back(), found, said);
    return is_capital(token) ? with_capital(said) : said;
}

/// "e:ticket" → « e » when the word is feminine.
std::string expanded(std::string_view token)
{
    const auto colon = token.find(':');
    if (colon == token.npos) return named(token);
    const auto found = find(token.substr(colon + 1));
    const bool agrees = found.noun != nullptr && found.noun->is_feminine;
    return agrees ? std::string{token.substr(0, colon)} : std::string{};
}

} // namespace

WordsScope::WordsScope(const Nouns& nouns) : previous_(current)
{
    current = &nouns;
}

WordsScope::WordsScope() : previous_(current)
{
    current = nullptr;
}

void WordsScope::use(const Nouns& nouns)
{
    current = &nouns;
}

WordsScope::~WordsScope()
{
    current = previous_;
}

std::string worded(std::string_view sentence)
{
    std::string result;
    while (!sentence.empty()) {
        const auto open = sentence.find("[[");
        const auto close = sentence.find("]]", std::min(open, sentence.size()));
        result += sentence.substr(0, close == sentence.npos ? open : std::min(open, close));
        if (open == sentence.npos) break;
        if (close == sentence.npos) return result += sentence.substr(open);
        result += expanded(sentence.substr(open + 2, close - open - 2));
        sentence.remove_prefix(close + 2);
    }
    return result;
}

} // namespace i18n
