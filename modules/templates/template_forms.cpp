#include "modules/templates/template_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/documents/rich_text.hpp"

namespace templates
{
namespace
{

int share(const Share& typed)
{
    return static_cast<int>(typed.value);
}

std::string terms_of(const SaveTemplate& typed)
{
    const auto text = typed.terms_format == TermsFormat::html
                          ? documents::read_html(typed.terms.value)
                          : documents::read_plain(typed.terms.value);
    return documents::is_empty(text) ? std::string{} : documents::to_json(text);
}

std::string code_of(auto value)
{
    return std::string{forms::enum_name(value)};
}

} // namespace

Content content_of(const SaveTemplate& typed)
{
    return {.style = typed.style,
            .colour = typed.own_colour ? typed.colour.value : std::string{},
            .logo = typed.logo,
            .logo_side = static_cast<int>(typed.logo_side.value),
            .spacing = typed.spacing,
            .columns = {.name = share(typed.column_name),
                        .quantity = share(typed.column_quantity),
                        .price = share(typed.column_price),
                        .discount = share(typed.column_discount),
                        .tax = share(typed.column_tax),
                        .total = share(typed.column_total)},
            .head = typed.head.value,
            .intro = typed.intro.value,
            .foot = typed.foot.value,
            .terms = terms_of(typed)};
}

forms::Typed typed_of(const Template& saved)
{
    const auto& content = saved.content;
    const auto& columns = content.columns;
    forms::Typed typed{{"name", saved.name},
                       {"style", code_of(content.style)},
                       {"colour", content.colour},
                       {"logo", code_of(content.logo)},
                       {"logo_side", std::to_string(content.logo_side)},
                       {"spacing", code_of(content.spacing)},
                       {"column_name", std::to_string(columns.name)},
                       {"column_quantity", std::to_string(columns.quantity)},
                       {"column_price", std::to_string(columns.price)},
                       {"column_discount", std::to_string(columns.discount)},
                       {"column_tax", std::to_string(columns.tax)},
                       {"column_total", std::to_string(columns.total)},
                       {"head", content.head},
                       {"intro", content.intro},
                       {"foot", content.foot},
                       {"terms", content.terms.empty()
                                     ? std::string{}
                                     : documents::plain_text(documents::from_json(content.terms))},
                       {"version", std::to_string(saved.version)}};
    if (!content.colour.empty()) typed.emplace_back("own_colour", "on");
    return typed;
}

void check_content(forms::Form<SaveTemplate>& form)
{
    if (form.errors.find("style") != nullptr) return;
    for (const auto& problem : problems_of(content_of(form.command)))
        if (form.errors.find(problem.field) == nullptr)
            form.errors.add(problem.field, problem.key, problem.params);
}

} // namespace templates
