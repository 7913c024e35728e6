#include "modules/settings/form_parts_views.hpp"

namespace settings
{

using namespace html;

std::string sentence_of(const forms::FieldError* error)
{
    return error == nullptr ? std::string{} : i18n::t(error->key, error->params);
}

Html problems_of(const forms::Errors& errors, std::span<const Named> labels)
{
    std::vector<ui::Problem> problems;
    for (const auto& named : labels)
        if (const auto* error = errors.find(named.name))
            problems.push_back({.name = std::string{named.name},
                                .label = i18n::t(named.label_key),
                                .sentence = sentence_of(error)});
    if (const auto* error = errors.find(""))
        problems.push_back({.name = {}, .label = {}, .sentence = sentence_of(error)});
    return ui::error_summary(problems);
}

Html column(std::string_view lead, const Html& content)
{
    return div(
        cls("mx-auto grid w-full grid-cols-1 max-w-[720px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
        when(!lead.empty(), p(cls("text-13 text-fg-2"), lead)), content);
}

} // namespace settings
