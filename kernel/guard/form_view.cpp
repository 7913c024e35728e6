#include "kernel/guard/form_view.hpp"

#include "kernel/i18n/translate.hpp"

namespace guard
{

ui::Field FormView::field(std::string_view name, std::string_view otherwise) const
{
    const auto label = labels_ + "." + std::string{name};
    ui::Field field;
    field.name = name;
    field.label = i18n::t(label);
    field.value = typed_value(name, otherwise);
    field.hint = i18n::has(label + "_hint") ? i18n::t(label + "_hint") : std::string{};
    field.error = sentence(name);
    field.is_required = required_.contains(name);
    return field;
}

html::Html FormView::summary() const
{
    std::vector<ui::Problem> problems;
    for (const auto& [name, error] : errors_.all())
        problems.push_back({.name = name,
                            .label = name.empty() ? std::string{} : i18n::t(labels_ + "." + name),
                            .sentence = i18n::t(error.key, error.params)});
    return ui::error_summary(problems);
}

std::string_view FormView::typed_value(std::string_view name, std::string_view otherwise) const
{
    for (const auto& [typed, value] : typed_)
        if (typed == name) return value;
    return otherwise;
}

std::string FormView::sentence(std::string_view name) const
{
    const auto* error = errors_.find(name);
    return error == nullptr ? std::string{} : i18n::t(error->key, error->params);
}

} // namespace guard
