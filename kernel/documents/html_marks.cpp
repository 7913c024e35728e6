#include "kernel/documents/html_marks.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/written_link.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace documents
{
namespace
{

constexpr std::size_t style_bytes_max = 4'000;
constexpr int nodes_searched_max = 12; ///< for the sign of an item of Word
constexpr double pixels_of_point = 4.0 / 3;
constexpr double pixels_of_text = 16;

struct Sized {
    std::string_view word;
    TextSize size;
};
constexpr std::array<Sized, 11> size_words{{{"size-small", TextSize::Small},
                                            {"size-large", TextSize::Large},
                                            {"size-huge", TextSize::Huge},
                                            {"xx-small", TextSize::Small},
                                            {"x-small", TextSize::Small},
                                            {"small", TextSize::Small},
                                            {"smaller", TextSize::Small},
                                            {"large", TextSize::Large},
                                            {"larger", TextSize::Large},
                                            {"x-large", TextSize::Large},
                                            {"xx-large", TextSize::Huge}}};

std::optional<TextSize> size_named(std::string_view word)
{
    for (const auto& [known, size] : size_words)
        if (word == known) return size;
    return {};
}

/// Of one property of a style attribute, in lower case; empty where it is absent.
std::string property_of(std::string_view style, std::string_view name)
{
    for (const auto& part : base::split(style.substr(0, style_bytes_max), ';')) {
        const auto colon = part.find(':');
        if (colon == part.npos) continue;
        if (base::lower_ascii(base::trim(part.substr(0, colon))) == name)
            return base::lower_ascii(base::trim(part.substr(colon + 1)));
    }
    return {};
}

TextSize size_of_pixels(double pixels)
{
    if (pixels < 12.6) return TextSize::Small;
    if (pixels < 20) return TextSize::Normal;
    return pixels < 28 ? TextSize::Large : TextSize::Huge;
}

std::optional<TextSize> size_of_style(const std::string& value)
{
    if (const auto named = size_named(value)) return named;
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || !(number > 0)) return {};
    const std::string_view unit{end, static_cast<std::size_t>(value.data() + value.size() - end)};
    if (unit == "px") return size_of_pixels(number);
    if (unit == "pt") return size_of_pixels(number * pixels_of_point);
    if (unit == "em" || unit == "rem") return size_of_pixels(number * pixels_of_text);
    if (unit == "%") return size_of_pixels(number * pixels_of_text / 100);
    return {};
}

std::optional<TextSize> size_of_class(std::string_view classes)
{
    for (const auto& name : base::split(classes, ' '))
        if (name.starts_with("size-"))
            if (const auto size = size_named(name)) return size;
    return {};
}

/// « <font size=5> ».
std::optional<TextSize> size_of_font(std::string_view size)
{
    if (size.size() != 1 || size[0] < '1' || size[0] > '7') return {};
    constexpr std::array<TextSize, 7> sizes{TextSize::Small,  TextSize::Small, TextSize::Normal,
                                            TextSize::Normal, TextSize::Large, TextSize::Huge,
                                            TextSize::Huge};
    return sizes.at(static_cast<std::size_t>(size[0] - '1'));
}

void mark_by_name(GumboTag tag, TextMarks& marks)
{
    switch (tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
        marks.size = tag == GUMBO_TAG_H1 ? TextSize::Huge : TextSize::Large;
        [[fallthrough]];
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TH:
        marks.bold = true;
        break;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_VAR:
        marks.italic = true;
        break;
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_BIG:
        marks.size = tag == GUMBO_TAG_SMALL ? TextSize::Small : TextSize::Large;
        break;
    default:
        break;
    }
}

/// 600 to 900.
bool is_heavy(std::string_view weight)
{
    return weight.size() == 3 && weight[0] >= '6' && weight[0] <= '9';
}

void mark_by_style(std::string_view style, TextMarks& marks)
{
    const auto weight = property_of(style, "font-weight");
    if (weight.starts_with("bold") || is_heavy(weight))
        marks.bold = true;
    else if (!weight.empty())
        marks.bold = false; // a page copied from an office on the web is wholly inside <b>
    const auto slant = property_of(style, "font-style");
    if (!slant.empty()) marks.italic = slant == "italic" || slant.starts_with("oblique");
    if (const auto size = size_of_style(property_of(style, "font-size"))) marks.size = *size;
}

} // namespace

TextMarks marks_inside(const GumboNode& element, const TextMarks& outer)
{
    auto marks = outer;
    const auto tag = element.v.element.tag;
    mark_by_name(tag, marks);
    if (const auto style = attribute_of(element, "style"); !style.empty())
        mark_by_style(style, marks);
    if (tag == GUMBO_TAG_FONT)
        if (const auto size = size_of_font(attribute_of(element, "size"))) marks.size = *size;
    if (const auto size = size_of_class(attribute_of(element, "class"))) marks.size = *size;
    if (tag == GUMBO_TAG_A)
        if (const auto link = html::written_link(attribute_of(element, "href")))
            marks.link = link->text();
    return marks;
}

bool is_hidden(const GumboNode& element)
{
    if (gumbo_get_attribute(&element.v.element.attributes, "hidden")) return true;
    const auto style = attribute_of(element, "style");
    return !style.empty() && property_of(style, "display") == "none";
}

std::optional<int> word_list_level(const GumboNode& element)
{
    const auto list = property_of(attribute_of(element, "style"), "mso-list");
    const auto at = list.find("level");
    if (at == list.npos || at + 5 >= list.size()) return {};
    const char digit = list[at + 5];
    return digit >= '1' && digit <= '9' ? std::optional{digit - '0'} : std::nullopt;
}

bool is_word_list_sign(const GumboNode& element)
{
    return property_of(attribute_of(element, "style"), "mso-list") == "ignore";
}

TextKind word_list_kind(const GumboNode& element)
{
    std::vector<const GumboNode*> left{&element};
    bool is_sign = false;
    for (int seen = 0; seen < nodes_searched_max && !left.empty(); ++seen) {
        const auto& node = *left.back();
        left.pop_back();
        if (node.type == GUMBO_NODE_TEXT && is_sign) {
            const std::string_view sign{node.v.text.text};
            return sign.find_first_of(".)0123456789") == sign.npos ? TextKind::Bullet
                                                                   : TextKind::Numbered;
        }
        if (node.type != GUMBO_NODE_ELEMENT) continue;
        is_sign = is_sign || is_word_list_sign(node);
        const auto& children = children_of(node);
        for (auto i = std::min(children.length, 4U); i > 0; --i)
            left.push_back(&child_at(children, i - 1));
    }
    return TextKind::Bullet;
}

} // namespace documents
