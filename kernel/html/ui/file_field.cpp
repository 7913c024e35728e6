#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/field_parts.hpp"
#include "kernel/html/ui/files_field.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

Attribute files_controller()
{
    return attributes(attribute<"data-controller">("files"),
                      attribute<"data-files-remove-value">(i18n::t("ui.files.remove")),
                      attribute<"data-files-cancel-value">(i18n::t("ui.files.cancel")),
                      attribute<"data-files-failed-value">(i18n::t("ui.files.failed")));
}

/// Ticked, so that taking one back needs no script.
Html held_row(const HeldFile& held)
{
    return html::label(cls("file max-w-full cursor-pointer"),
                       input(type("checkbox"), name("uploads"), value(held.upload), checked()),
                       span(cls("min-w-0 max-w-56 truncate"), held.name));
}

Html held_list(const std::vector<HeldFile>& held)
{
    Html rows;
    for (const auto& one : held)
        rows += held_row(one);
    return when(!held.empty(),
                fieldset(cls("mt-2 flex min-w-0 flex-wrap gap-1.5"),
                         legend(cls("mb-1 text-12 text-fg-2"), i18n::t("ui.files.held")), rows));
}

} // namespace

Html file_field(const Field& field, std::string_view accepted)
{
    return div(parts::label_of(field),
               input(cls("input file-input"), type("file"), parts::control(field),
                     when(!accepted.empty(), accept(accepted))),
               parts::notes_of(field));
}

Html files_field(const Field& field, std::string_view accepted, const std::vector<HeldFile>& held)
{
    auto several = field;
    several.more = attributes(field.more, multiple(), attribute<"data-files-target">("input"),
                              attribute<"data-action">("files#add"));
    return div(files_controller(), file_field(several, accepted), held_list(held),
               output(cls("mt-2 flex min-w-0 flex-wrap gap-1.5"),
                      attribute<"data-files-target">("names")));
}

Html attach_button(std::string_view field, std::string_view words, std::string_view accepted)
{
    return span(
        cls("flex min-w-0 flex-wrap items-center gap-2"), files_controller(),
        html::label(
            cls("btn btn-icon btn-ghost focus-within:outline-2 focus-within:outline-[var(--ring)]"),
            title(words), span(cls("sr-only"), words), icon("paperclip"),
            input(cls("sr-only"), type("file"), name(field), multiple(),
                  when(!accepted.empty(), accept(accepted)),
                  attribute<"data-files-target">("input"), attribute<"data-action">("files#add"))),
        output(cls("flex min-w-0 flex-wrap gap-1.5"), attribute<"data-files-target">("names")));
}

} // namespace ui
