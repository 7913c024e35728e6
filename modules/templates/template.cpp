#include "modules/templates/template.hpp"

#include "kernel/documents/rich_text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/templates/variables.hpp"

#include <array>
#include <cmath>

namespace templates
{
namespace
{

struct Share {
    const char* field;
    int Columns::*of;
};
constexpr std::array figures{
    Share{"column_quantity", &Columns::quantity}, Share{"column_price", &Columns::price},
    Share{"column_discount", &Columns::discount}, Share{"column_tax", &Columns::tax},
    Share{"column_total", &Columns::total}};

double channel(std::string_view hex, std::size_t at)
{
    const auto part = std::stoi(std::string{hex.substr(at, 2)}, nullptr, 16) / 255.0;
    return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

base::Params bounds(int from, int to)
{
    return {{"from", std::to_string(from)}, {"to", std::to_string(to)}};
}

void check_columns(const Columns& columns, std::vector<ContentProblem>& problems)
{
    if (columns.name < name_share_min || columns.name > share_max)
        problems.push_back(
            {"column_name", "templates.error.share", bounds(name_share_min, share_max)});
    for (const auto& share : figures)
        if (columns.*share.of < share_min || columns.*share.of > share_max)
            problems.push_back(
                {share.field, "templates.error.share", bounds(share_min, share_max)});
    if (sum_of(columns) != 100)
        problems.push_back(
            {"column_name", "templates.error.sum", {{"sum", std::to_string(sum_of(columns))}}});
}

void check_words(const char* field, const std::string& words, std::vector<ContentProblem>& problems)
{
    if (const auto unknown = unknown_variable(words); !unknown.empty())
        problems.push_back({field, "templates.error.variable", {{"name", unknown}}});
}

} // namespace

int sum_of(const Columns& columns)
{
    auto sum = columns.name;
    for (const auto& share : figures)
        sum += columns.*share.of;
    return sum;
}

Template ready(BaseStyle style)
{
    const std::string code{forms::enum_name(style)};
    Template made{
        .code = code, .name = i18n::t("templates.style." + code), .content = {.style = style}};
    auto& content = made.content;
    if (style == BaseStyle::classic) content.logo = LogoPosition::centre;
    if (style == BaseStyle::compact) content.logo_side = 30;
    if (style == BaseStyle::minimal) content.logo_side = 30;
    return made;
}

std::vector<Template> every_ready()
{
    return {ready(BaseStyle::modern), ready(BaseStyle::classic), ready(BaseStyle::minimal),
            ready(BaseStyle::premium), ready(BaseStyle::compact)};
}

double contrast_on_white(std::string_view colour)
{
    const bool is_whole =
        colour.size() == 7 && colour.front() == '#' &&
        colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
    if (!is_whole) return 0;
    const auto light =
        0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    return 1.05 / (light + 0.05);
}

std::vector<ContentProblem> problems_of(const Content& content)
{
    std::vector<ContentProblem> problems;
    if (!content.colour.empty()) {
        const auto contrast = contrast_on_white(content.colour);
        if (contrast == 0)
            problems.push_back({"colour", "templates.error.colour", {}});
        else if (contrast < contrast_min)
            problems.push_back({"colour", "templates.error.contrast", {}});
    }
    if (content.logo_side < logo_side_min || content.logo_side > logo_side_max)
        problems.push_back(
            {"logo_side", "templates.error.logo_side", bounds(logo_side_min, logo_side_max)});
    check_columns(content.columns, problems);
    check_words("head", content.head, problems);
    check_words("intro", content.intro, problems);
    check_words("foot", content.foot, problems);
    if (content.terms.empty()) return problems;
    const auto terms = documents::from_json(content.terms);
    check_words("terms", documents::plain_text(terms), problems);
    if (documents::length(terms) > terms_length_max)
        problems.push_back({"terms", "templates.error.terms", {}});
    return problems;
}

} // namespace templates
