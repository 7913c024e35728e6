#include "modules/home/colours.hpp"

#include <charconv>

namespace home
{
namespace
{

constexpr int hue_max = 359;
constexpr int chroma_max = 160; // thousandths

std::optional<int> number_in(std::string_view digits, int max)
{
    int number = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || stop != end || number < 0 || number > max) return {};
    if (digits.size() > 1 && digits.front() == '0') return {};
    return number;
}

std::string three_digits(int number)
{
    auto digits = std::to_string(number);
    return std::string(3 - digits.size(), '0') + digits;
}

} // namespace

std::optional<std::string> stylesheet_of(std::string_view name)
{
    constexpr std::string_view extension = ".css";
    if (!name.ends_with(extension)) return {};
    name.remove_suffix(extension.size());
    const auto dash = name.find('-');
    if (dash == std::string_view::npos) return {};
    const auto hue = number_in(name.substr(0, dash), hue_max);
    const auto chroma = number_in(name.substr(dash + 1), chroma_max);
    if (!hue || !chroma) return {};
    return ":root{--brand-h:" + std::to_string(*hue) + ";--brand-c:0." + three_digits(*chroma) +
           "}\n";
}

} // namespace home
