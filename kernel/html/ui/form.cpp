#include "kernel/html/ui/form.hpp"

#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

Html line(const Problem& problem)
{
    if (problem.name.empty()) return li(problem.sentence);
    const std::string said = problem.label.empty()
                                 ? problem.sentence
                                 : problem.label + i18n::t("ui.colon") + problem.sentence;
    return li(
        a(cls("underline underline-offset-3"), href(Url::here(field_id(problem.name))), said));
}

} // namespace

Attribute form_attributes(const Form& form)
{
    return attributes(
        method(form.method == FormMethod::Post ? "post" : "get"), action(form.action), novalidate(),
        when(!form.id.empty(), id(form.id)), when(!form.classes.empty(), cls(form.classes)),
        when(form.has_files, enctype("multipart/form-data")),
        when(!form.confirm.empty(), attribute<"data-turbo-confirm">(form.confirm)), form.more);
}

Html hidden_field(std::string_view field, std::string_view content)
{
    return input(type("hidden"), name(field), value(content));
}

Html error_summary(const std::vector<Problem>& problems)
{
    if (problems.empty()) return none;
    const auto heading = i18n::t("ui.errors", {{"count", std::to_string(problems.size())}});
    return div(
        cls("banner t-red mb-4 !items-start"), role("alert"), icon("circle-alert", "mt-px"),
        div(p(cls("font-[560]"), heading), ul(cls("mt-1 grid leading-6"), each(problems, line))));
}

} // namespace ui
