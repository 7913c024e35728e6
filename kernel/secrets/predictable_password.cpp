#include "kernel/secrets/predictable_password.hpp"

#include "kernel/base/text.hpp"
#include "kernel/secrets/common_words.hpp"

#include <algorithm>
#include <set>

namespace secrets
{

namespace
{

constexpr std::size_t least_left = 6;
constexpr std::size_t least_different = 5;
constexpr std::size_t least_word = 3;
constexpr std::size_t least_letter_run = 4;
constexpr std::size_t least_digit_run = 3;
/// Takes the place of what was taken out: neighbours must not join into something new.
constexpr char gap = ' ';

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_symbol(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte < 0x7F && !is_digit(c) && !(c >= 'a' && c <= 'z') &&
           !(c >= 'A' && c <= 'Z');
}

std::string folded_word(std::string_view text)
{
    auto word = base::fold(text);
    std::erase(word, ' ');
    return word;
}

/// Folded, without spaces, but with its ASCII symbols: those are worth guessing too.
std::string simplified(std::string_view password)
{
    std::string result;
    std::string word;
    for (const char c : password) {
        if (!is_symbol(c)) {
            word += c;
            continue;
        }
        result += folded_word(word) + c;
        word.clear();
    }
    return result + folded_word(word);
}

std::string without_letter_like_digits(std::string text)
{
    constexpr std::string_view from = "013457@$";
    constexpr std::string_view to = "oieastas";
    for (auto& c : text)
        if (const auto at = from.find(c); at != from.npos) c = to[at];
    return text;
}

void take_out(std::string& text, std::string_view word)
{
    if (word.size() < least_word) return;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at))
        text.replace(at, word.size(), 1, gap);
}

void take_out_years(std::string& text)
{
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const std::string_view year{text.data() + i, 4};
        const bool century = year.starts_with("19") || year.starts_with("20");
        if (century && is_digit(year[2]) && is_digit(year[3])) text.replace(i, 4, 1, gap);
    }
}

/// How many characters from `i` follow each other in a row of the keyboard, the alphabet or digits.
std::size_t row_length(std::string_view text, std::size_t i)
{
    std::size_t longest = 0;
    for (const auto row : common_rows()) {
        const auto start = row.find(text[i]);
        if (start == row.npos) continue;
        const auto rest = text.substr(i);
        const auto same = std::mismatch(row.begin() + static_cast<std::ptrdiff_t>(start), row.end(),
                                        rest.begin(), rest.end());
        longest = std::max(longest, static_cast<std::size_t>(same.second - rest.begin()));
    }
    return longest;
}

std::size_t repeat_length(std::string_view text, std::size_t i)
{
    const auto end = text.find_first_not_of(text[i], i);
    return std::min(end, text.size()) - i;
}

void take_out_runs(std::string& text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto row = row_length(text, i);
        const auto repeat = repeat_length(text, i);
        const auto least = is_digit(text[i]) ? least_digit_run : least_letter_run;
        if (row >= least)
            text.replace(i, row, 1, gap);
        else if (repeat >= least_digit_run)
            text.replace(i, repeat, 1, gap);
    }
}

/// "abcabcab" → "abc".
std::string shortest_period(const std::string& text)
{
    for (std::size_t size = 1; size <= text.size() / 2; ++size) {
        bool repeats = true;
        for (std::size_t i = size; i < text.size() && repeats; ++i)
            repeats = text[i] == text[i - size];
        if (repeats) return text.substr(0, size);
    }
    return text;
}

bool is_weak(std::string text, const std::vector<std::string>& context)
{
    if (std::set<char>(text.begin(), text.end()).size() < least_different) return true;
    text = shortest_period(text);
    for (const auto& known : context)
        take_out(text, folded_word(known));
    for (const auto word : common_words())
        take_out(text, word);
    take_out_years(text);
    take_out_runs(text);
    const auto left = shortest_period(text);
    return text.size() - static_cast<std::size_t>(std::ranges::count(text, gap)) < least_left ||
           left.size() - static_cast<std::size_t>(std::ranges::count(left, gap)) < least_left;
}

} // namespace

bool is_predictable(std::string_view password, const std::vector<std::string>& context)
{
    auto known = context;
    for (const auto& text : context)
        for (auto& word : base::split(base::fold(text), ' '))
            known.push_back(std::move(word));
    std::ranges::sort(known, std::greater{}, &std::string::size);
    const auto text = simplified(password);
    return is_weak(text, known) || is_weak(without_letter_like_digits(text), known);
}

} // namespace secrets
