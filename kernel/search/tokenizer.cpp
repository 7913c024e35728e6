#include "kernel/search/tokenizer.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace search
{
namespace
{

constexpr std::size_t phone_digits_min = 4;
constexpr std::size_t phone_digits_max = 15;
constexpr std::string_view phone_marks = " .-/()+\u00A0";
constexpr std::string_view country_prefix = "33"; // numbers are kept as they are dialled in France

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The first term_length_max code points.
std::string cut(std::string word)
{
    if (word.size() <= term_length_max || base::code_points(word) <= term_length_max) return word;
    auto shorter = base::shorten(word, term_length_max);
    shorter.resize(shorter.size() - std::string_view{"…"}.size());
    return shorter;
}

std::string without_leading_zeros(const std::string& digits)
{
    const auto first = digits.find_first_not_of('0');
    return first == std::string::npos ? "0" : digits.substr(first);
}

} // namespace

std::vector<std::string> words_of(std::string_view text)
{
    auto key = base::fold(text);
    if (key.empty()) return {};
    auto words = base::split(key, ' ');
    for (auto& word : words)
        word = cut(std::move(word));
    return words;
}

Terms text_terms(std::string_view text)
{
    Terms terms;
    for (auto& word : words_of(text)) {
        if (terms.size() == text_terms_max) break;
        if (base::code_points(word) > 1) terms.insert(std::move(word));
    }
    return terms;
}

std::string phone_term(std::string_view phone)
{
    std::string digits;
    for (const char c : phone) {
        if (is_digit(c))
            digits += c;
        else if (phone_marks.find(c) == std::string_view::npos)
            return {};
    }
    if (phone.starts_with('+') && digits.starts_with(country_prefix))
        digits = (digits.substr(country_prefix.size()).starts_with('0') ? "" : "0") +
                 digits.substr(country_prefix.size());
    const bool is_phone = digits.size() >= phone_digits_min && digits.size() <= phone_digits_max;
    return is_phone ? digits : std::string{};
}

std::string keyed_term(std::string_view hash)
{
    return "=" + std::string{hash};
}

Names& Names::words(std::string_view text)
{
    for (auto& word : words_of(text))
        add(std::move(word));
    return *this;
}

Names& Names::number(std::string_view number)
{
    auto parts = words_of(number);
    if (!parts.empty() && std::ranges::all_of(parts.back(), is_digit))
        add(without_leading_zeros(parts.back()));
    for (auto& part : parts)
        add(std::move(part));
    return *this;
}

Names& Names::phone(std::string_view phone)
{
    if (auto digits = phone_term(phone); !digits.empty()) add(std::move(digits));
    return *this;
}

Names& Names::keyed(std::string_view hash)
{
    if (!hash.empty()) add(keyed_term(hash));
    return *this;
}

void Names::add(std::string term)
{
    if (terms_.size() < name_terms_max) terms_.insert(std::move(term));
}

} // namespace search
