#include "modules/identity/form_parts.hpp"

#include "kernel/html/ui/feedback.hpp"

namespace identity
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

Html heading(std::string_view title_text, std::string_view lead)
{
    return group(h1(cls("h1"), title_text), when(!lead.empty(), p(cls("mt-1 text-fg-2"), lead)));
}

Html refusal_banner(const std::string& sentence)
{
    if (sentence.empty()) return none;
    return div(cls("mt-6"), ui::banner({.tone = ui::Tone::Red,
                                        .icon = "circle-alert",
                                        .words = sentence,
                                        .urgency = ui::Urgency::Alert}));
}

Html captcha_fields(const std::optional<Captcha>& captcha, const forms::Errors& errors)
{
    if (!captcha) return none;
    ui::Field field{.name = "captcha_answer",
                    .label = captcha->question,
                    .hint = i18n::t("identity.captcha.hint"),
                    .error = sentence_of(errors.find("captcha_answer")),
                    .autocomplete = "off",
                    .length_max = 40,
                    .is_required = true};
    return group(ui::hidden_field("captcha", captcha->sealed), ui::input_field(field));
}

} // namespace identity
