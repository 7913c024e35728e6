#include "modules/numbering/number_format.hpp"

#include "kernel/base/assert.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace numbering
{
namespace
{

constexpr std::size_t counter_digits_max = 9;

/// A word between braces, or a stretch of plain characters.
struct Part {
    std::string_view text;
    bool is_word = false;
};

/// A brace that opens or closes nothing is plain, and no plain character that may be printed.
std::vector<Part> parts_of(std::string_view format)
{
    std::vector<Part> parts;
    while (!format.empty()) {
        const auto open = format.find('{');
        const auto close = format.find('}', std::min(open, format.size()));
        const bool has_word = close != format.npos;
        const auto plain = has_word ? format.substr(0, open) : format;
        if (!plain.empty()) parts.push_back({.text = plain});
        if (!has_word) break;
        parts.push_back({.text = format.substr(open + 1, close - open - 1), .is_word = true});
        format.remove_prefix(close + 1);
    }
    return parts;
}

bool is_counter(std::string_view word)
{
    return !word.empty() && word.size() <= counter_digits_max &&
           word.find_first_not_of('N') == word.npos;
}

bool is_year(std::string_view word)
{
    return word == "YYYY" || word == "YY";
}

/// BR-FR-02 of the French electronic invoice.
bool is_printable(char c)
{
    const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '_' || c == '/';
}

std::size_t length_of(const Part& part)
{
    return part.is_word && is_counter(part.text) ? counter_digits_max : part.text.size();
}

std::string digits(std::int64_t number, std::size_t at_least)
{
    auto text = std::to_string(number);
    if (text.size() < at_least) text.insert(0, at_least - text.size(), '0');
    return text;
}

std::string printed_word(std::string_view word, base::Date on, std::int64_t counter)
{
    if (is_counter(word)) return digits(counter, word.size());
    const auto day = on.text(); // "2026-11-20"
    if (word == "MM") return day.substr(5, 2);
    return word == "YY" ? day.substr(2, 2) : day.substr(0, 4);
}

} // namespace

std::string problem_of(const NumberFormat& format)
{
    const auto parts = parts_of(format.format);
    std::size_t counters = 0;
    std::size_t length = 0;
    bool has_year = false;
    for (const auto& part : parts) {
        length += length_of(part);
        if (!part.is_word) {
            if (!std::ranges::all_of(part.text, is_printable)) return "numbering.error.character";
            continue;
        }
        if (is_counter(part.text))
            ++counters;
        else if (is_year(part.text))
            has_year = true;
        else if (part.text != "MM")
            return "numbering.error.word";
    }
    if (counters == 0) return "numbering.error.no_counter";
    if (counters > 1) return "numbering.error.two_counters";
    if (format.restart == Restart::yearly && !has_year) return "numbering.error.no_year";
    return length > printed_length_max ? "numbering.error.too_long" : std::string{};
}

base::Params words_of_formats()
{
    return {{"year", "{YYYY}"},
            {"short_year", "{YY}"},
            {"month", "{MM}"},
            {"counter", "{NNNN}"},
            {"max", std::to_string(printed_length_max)}};
}

std::string printed(const NumberFormat& format, base::Date on, std::int64_t counter)
{
    KERNEL_ASSERT(counter >= 1 && counter <= counter_max);
    std::string number;
    for (const auto& part : parts_of(format.format))
        number += part.is_word ? printed_word(part.text, on, counter) : std::string{part.text};
    return number;
}

} // namespace numbering
