#include "kernel/guard/form_view.hpp"

#include "kernel/html/ui/feedback.hpp"
#include "kernel/i18n/translate.hpp"

namespace guard
{
namespace
{

constexpr std::string_view version = "version"; // of what the page showed: hidden, and replaced

const std::string* find(const forms::Typed& typed, std::string_view name)
{
    for (const auto& [known, value] : typed)
        if (known == name) return &value;
    return nullptr;
}

html::Html stale_banner(const forms::Typed& saved)
{
    if (saved.empty()) return html::none;
    return html::div(html::cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                                    .icon = "triangle-alert",
                                                    .words = i18n::t("guard.stale.words"),
                                                    .urgency = ui::Urgency::Alert}));
}

} // namespace

ui::Field FormView::field(std::string_view name, std::string_view otherwise) const
{
    const auto label = labels_ + "." + std::string{name};
    ui::Field field;
    field.name = name;
    field.label = i18n::t(label);
    field.value = typed_value(name, otherwise);
    field.hint = i18n::has(label + "_hint") ? i18n::t(label + "_hint") : std::string{};
    if (auto other = saved_meanwhile(name, field.value); !other.empty())
        field.hint = std::move(other);
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
    return html::group(stale_banner(saved_), ui::error_summary(problems));
}

void FormView::set_beside(const forms::Typed& saved, const forms::Typed& shown)
{
    saved_ = saved;
    shown_ = shown;
    for (auto& [name, value] : typed_)
        if (const auto* now = find(saved, version); name == version && now != nullptr) value = *now;
}

std::string FormView::saved_meanwhile(std::string_view name, std::string_view typed) const
{
    const auto* saved = find(saved_, name);
    if (saved == nullptr || *saved == typed) return {};
    const auto* words = find(shown_, name);
    const auto& value = words == nullptr ? *saved : *words;
    return value.empty() ? i18n::t("guard.stale.emptied")
                         : i18n::t("guard.stale.saved", {{"value", value}});
}

std::string_view FormView::typed_value(std::string_view name, std::string_view otherwise) const
{
    const auto* typed = find(typed_, name);
    return typed == nullptr ? otherwise : std::string_view{*typed};
}

std::string FormView::sentence(std::string_view name) const
{
    const auto* error = errors_.find(name);
    return error == nullptr ? std::string{} : i18n::t(error->key, error->params);
}

} // namespace guard
