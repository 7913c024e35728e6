#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/field_parts.hpp"

namespace ui
{

using namespace html;

namespace
{

Html one_of(const Field& field, const Choice& choice)
{
    return option(value(choice.value), when(choice.value == field.value, selected()), choice.label);
}

Html words(const std::string& text, const std::string& hint)
{
    return span(span(cls("block"), text),
                when(!hint.empty(), span(cls("block text-12 text-fg-3"), hint)));
}

Html radio(const Field& field, const Choice& choice, std::size_t position)
{
    const auto own_id =
        position == 0 ? field_id(field.name) : field_id(field.name) + "-" + choice.value;
    return label(cls("flex items-start gap-2.5 py-1 text-13"),
                 input(type("radio"), cls("check mt-px"), id(own_id), name(field.name),
                       value(choice.value), when(choice.value == field.value, checked()),
                       when(field.is_required, required()), field.more),
                 words(choice.label, choice.hint));
}

Html toggle(const Field& field, const Attribute& look)
{
    auto noted = field;
    noted.hint.clear();
    return div(label(cls("flex items-start gap-2.5 py-1 text-13"),
                     input(type("checkbox"), look, value("on"), parts::control(noted),
                           when(field.value == "on", checked())),
                     words(field.label, field.hint)),
               parts::notes_of(noted));
}

} // namespace

Html select_field(const Field& field, const std::vector<Choice>& choices)
{
    return div(
        parts::label_of(field),
        html::select(cls("input"), parts::control(field),
                     when(!field.placeholder.empty(), option(value(""), field.placeholder)),
                     each(choices, [&](const Choice& choice) { return one_of(field, choice); })),
        parts::notes_of(field));
}

Html radio_group(const Field& field, const std::vector<Choice>& choices)
{
    Html all;
    for (std::size_t i = 0; i < choices.size(); ++i)
        all += radio(field, choices[i], i);
    return fieldset(parts::described_by(field), legend(cls("label"), field.label), all,
                    parts::notes_of(field));
}

Html check_box(const Field& field)
{
    return toggle(field, cls("check mt-px"));
}

Html switch_field(const Field& field)
{
    return toggle(field, attributes(cls("switch"), role("switch")));
}

} // namespace ui
