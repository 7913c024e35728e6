#include "modules/templates/dressed.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace templates
{
namespace
{

constexpr double terms_size = 8;

documents::Manner manner_of(BaseStyle style)
{
    switch (style) {
    case BaseStyle::modern:
        return documents::Manner::Modern;
    case BaseStyle::classic:
        return documents::Manner::Classic;
    case BaseStyle::minimal:
        return documents::Manner::Minimal;
    case BaseStyle::premium:
        return documents::Manner::Premium;
    case BaseStyle::compact:
        break;
    }
    return documents::Manner::Compact;
}

documents::LogoPlace place_of(LogoPosition position)
{
    switch (position) {
    case LogoPosition::left:
        return documents::LogoPlace::Left;
    case LogoPosition::centre:
        return documents::LogoPlace::Centre;
    case LogoPosition::right:
        return documents::LogoPlace::Right;
    case LogoPosition::none:
        break;
    }
    return documents::LogoPlace::None;
}

double air_of(Spacing spacing)
{
    return spacing == Spacing::tight ? 0.75 : spacing == Spacing::airy ? 1.4 : 1;
}

/// Quantity, price, sometimes a discount, tax, total.
void set_widths(documents::PricedLines& block, const Columns& columns)
{
    constexpr std::size_t with_discount = 5;
    std::vector shares{columns.quantity, columns.price};
    if (block.columns.size() == with_discount) shares.push_back(columns.discount);
    shares.push_back(columns.tax);
    shares.push_back(columns.total);
    for (std::size_t i = 0; i < std::min(shares.size(), block.columns.size()); ++i)
        block.columns[i].share = shares[i];
}

std::vector<std::string> lines_of(const std::string& words)
{
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (from < words.size()) {
        const auto end = std::min(words.find('\n', from), words.size());
        if (end > from) lines.push_back(words.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

std::string digits_of(std::string_view text)
{
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

bool says(const std::string& words, const Legal& legal)
{
    const auto siret = digits_of(legal.siret);
    return !siret.empty() && digits_of(words).find(siret) != std::string::npos;
}

documents::RichText filled_terms(const std::string& json, const Wording& wording)
{
    auto text = documents::from_json(json);
    for (auto& block : text.blocks)
        for (auto& run : block.runs)
            run.words = filled(run.words, wording);
    return text;
}

void add_terms(documents::Document& document, const Content& content, const Wording& wording)
{
    if (content.terms.empty()) return;
    document.body.emplace_back(documents::Heading{i18n::t("templates.paper.terms")});
    document.body.emplace_back(
        documents::Written{.text = filled_terms(content.terms, wording), .size = terms_size});
}

void add_intro(documents::Document& document, const std::string& words)
{
    if (words.empty()) return;
    const auto lines = std::ranges::find_if(document.body, [](const documents::Block& block) {
        return std::holds_alternative<documents::PricedLines>(block);
    });
    document.body.insert(lines, documents::Paragraph{words});
}

} // namespace

std::string legal_line(const std::string& trade_name, const settings::Profile& business)
{
    auto line = business.legal_name.empty() ? trade_name : business.legal_name;
    if (!business.siret.empty())
        line += " · " + i18n::t("templates.paper.siret", {{"number", i18n::siret(business.siret)}});
    if (!business.vat_number.empty())
        line += " · " + i18n::t("templates.paper.vat", {{"number", business.vat_number}});
    return line;
}

documents::Document dressed(documents::Document document, const Template& as,
                            const Wording& wording, const Legal& legal)
{
    const auto& content = as.content;
    document.look = {.manner = manner_of(content.style),
                     .logo = place_of(content.logo),
                     .logo_side = static_cast<double>(content.logo_side),
                     .air = air_of(content.spacing),
                     .paper = document.look.paper};
    if (!content.colour.empty()) document.colour = content.colour;
    for (auto& block : document.body)
        if (auto* lines = std::get_if<documents::PricedLines>(&block))
            set_widths(*lines, content.columns);
    document.head_words = filled(content.head, wording);
    add_intro(document, filled(content.intro, wording));
    add_terms(document, content, wording);
    const auto foot = filled(content.foot, wording);
    document.foot_lines = lines_of(foot);
    const bool is_said = says(foot, legal) || document.foot.starts_with(legal.line);
    if (!legal.line.empty() && !is_said)
        document.foot_lines.insert(document.foot_lines.begin(), legal.line);
    return document;
}

} // namespace templates
