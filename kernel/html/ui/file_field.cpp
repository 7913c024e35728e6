#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/field_parts.hpp"
#include "kernel/html/ui/icon.hpp"

namespace ui
{

using namespace html;

Html file_field(const Field& field, std::string_view accepted)
{
    return div(parts::label_of(field),
               input(cls("input file-input"), type("file"), parts::control(field),
                     when(!accepted.empty(), accept(accepted))),
               parts::notes_of(field));
}

Html attach_button(std::string_view field, std::string_view words, std::string_view accepted)
{
    return span(
        cls("flex min-w-0 items-center gap-2"), attribute<"data-controller">("files"),
        html::label(
            cls("btn btn-icon btn-ghost focus-within:outline-2 focus-within:outline-[var(--ring)]"),
            title(words), span(cls("sr-only"), words), icon("paperclip"),
            input(cls("sr-only"), type("file"), name(field), multiple(),
                  when(!accepted.empty(), accept(accepted)),
                  attribute<"data-files-target">("input"), attribute<"data-action">("files#list"))),
        output(cls("truncate text-12 text-fg-3"), attribute<"data-files-target">("names")));
}

} // namespace ui
