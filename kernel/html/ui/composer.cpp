#include "kernel/html/ui/field_parts.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/html/ui/waiting_place.hpp"

namespace ui
{

using namespace html;

namespace
{

constexpr int lines_at_first = 2;

Html box(const Composer& composer, const Field& field)
{
    return div(
        cls("rounded-xl border border-control bg-surface focus-within:border-transparent "
            "focus-within:outline-2 focus-within:outline-[var(--ring)]"),
        when(!composer.top.empty(),
             div(cls("composer-top flex items-center gap-1 px-2 pt-2"), composer.top)),
        html::label(cls("sr-only"), for_(field_id(field.name)), composer.label),
        textarea(cls("block w-full resize-none bg-transparent px-3.5 py-2.5 text-14 outline-none"),
                 rows(lines_at_first), placeholder(composer.placeholder), parts::control(field),
                 attribute<"data-composer-target">("text"), "\n", composer.value),
        div(cls("flex items-center gap-0.5 px-2 pb-2"), composer.tools, span(cls("flex-1")),
            composer.send));
}

Attribute kept_offline(const Composer& composer)
{
    if (composer.offline_label.empty()) return {};
    return attributes(attribute<"data-offline">("queue"),
                      attribute<"data-offline-label">(composer.offline_label));
}

} // namespace

Html composer(const Composer& composer)
{
    const Field field{.name = composer.name, .error = composer.error, .is_required = true};
    return group(
        when(!composer.offline_label.empty(), waiting_place(composer.action)),
        form({.action = composer.action,
              .guard = composer.guard,
              .id = composer.id,
              .classes = "composer sticky bottom-0 z-[5] mx-auto w-full max-w-[760px] "
                         "bg-[var(--under,var(--surface))] pb-4 pt-2",
              .has_files = composer.has_files,
              .more = attributes(kept_offline(composer),
                                 when(composer.error.empty(), flag<"data-turbo-permanent">()),
                                 attribute<"data-controller">("composer"),
                                 attribute<"data-composer-leave-value">(composer.leave_question))},
             box(composer, field), parts::notes_of(field)));
}

Html waiting_place(const Url& action)
{
    return div(cls("mx-auto my-3 grid w-full max-w-[760px] gap-2 empty:hidden"),
               flag<"data-offline-page">(), attribute<"data-offline-pending">(action.text()));
}

} // namespace ui
