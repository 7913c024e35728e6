#include "modules/incidents/browser_failure.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace incidents
{
namespace
{

constexpr std::size_t message_length_max = 300; // characters
constexpr std::size_t page_length_max = 120;    // characters
constexpr std::size_t word_segment_max = 24;    // a longer one is a secret
constexpr std::ptrdiff_t digits_max = 3;
constexpr std::string_view blank = "{}";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool may_name_somebody(std::string_view word)
{
    return word.find('@') != std::string_view::npos ||
           std::ranges::count_if(word, is_digit) > digits_max;
}

bool names_an_object(std::string_view segment)
{
    return segment.size() > word_segment_max || std::ranges::any_of(segment, is_digit);
}

std::string replaced(std::string_view text, char separator, bool (*is_blanked)(std::string_view))
{
    std::string kept;
    bool is_first = true;
    for (const auto& part : base::split(text, separator)) {
        if (!is_first) kept += separator;
        is_first = false;
        kept += is_blanked(part) ? std::string{blank} : std::string{part};
    }
    return kept;
}

} // namespace

std::string without_people(std::string_view message)
{
    return base::shorten(replaced(message, ' ', may_name_somebody), message_length_max);
}

std::string page_without_objects(std::string_view path)
{
    return base::shorten(replaced(path.substr(0, path.find_first_of("?#")), '/', names_an_object),
                         page_length_max);
}

} // namespace incidents
