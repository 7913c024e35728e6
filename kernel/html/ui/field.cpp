#include "kernel/html/ui/field.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/field_parts.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

constexpr int code_digits = 6;

Attribute typing(const Field& field)
{
    return attributes(when(!field.placeholder.empty(), placeholder(field.placeholder)),
                      when(!field.autocomplete.empty(), autocomplete(field.autocomplete)),
                      when(!field.inputmode.empty(), inputmode(field.inputmode)),
                      when(field.length_max > 0, maxlength(field.length_max)));
}

Html digit_box(const Field& field, int position)
{
    const auto first = attributes(id(field_id(field.name)), autocomplete("one-time-code"),
                                  when(field.has_focus, autofocus()));
    return input(
        cls("input otp num"), type("text"), name(field.name), inputmode("numeric"), maxlength(1),
        attribute<"data-otp-target">("digit"), parts::described_by(field),
        attribute<"aria-label">(i18n::t("ui.code_digit", {{"position", std::to_string(position)}})),
        position == 1 ? first : autocomplete("off"));
}

} // namespace

std::string field_id(std::string_view name)
{
    return "f-" + std::string{name};
}

namespace parts
{

Html label_of(const Field& field)
{
    return label(
        cls("label"), for_(field_id(field.name)), field.label,
        when(field.is_required, span(cls("tone t-red"), attribute<"aria-hidden">("true"), " *")));
}

Html notes_of(const Field& field)
{
    const auto base = field_id(field.name);
    return group(when(!field.hint.empty(), p(cls("hint"), id(base, "-hint"), field.hint)),
                 when(!field.error.empty(), p(cls("err"), id(base, "-error"),
                                              icon("circle-alert", "i-sm"), field.error)));
}

Attribute described_by(const Field& field)
{
    const auto base = field_id(field.name);
    const std::string hint = field.hint.empty() ? "" : base + "-hint";
    const std::string error = field.error.empty() ? "" : base + "-error";
    const std::string both = hint + (hint.empty() || error.empty() ? "" : " ") + error;
    return attributes(when(!both.empty(), attribute<"aria-describedby">(both)),
                      when(!field.error.empty(), attribute<"aria-invalid">("true")));
}

Attribute control(const Field& field)
{
    return attributes(id(field_id(field.name)), name(field.name),
                      when(field.is_required, required()), when(field.has_focus, autofocus()),
                      described_by(field), field.more);
}

} // namespace parts

Html input_field(const Field& field)
{
    return div(parts::label_of(field),
               input(cls("input", field.is_numeric ? " num" : ""), type(field.type),
                     parts::control(field), typing(field), value(field.value)),
               parts::notes_of(field));
}

Html text_area(const Field& field, int lines)
{
    // A parser drops one line break right after the tag, so one is given.
    return div(parts::label_of(field),
               textarea(cls("input"), parts::control(field), typing(field), rows(lines), "\n",
                        field.value),
               parts::notes_of(field));
}

Html password_field(const Field& field)
{
    const auto show = i18n::t("ui.show_password");
    return div(
        parts::label_of(field),
        div(cls("input-wrap"), attribute<"data-controller">("reveal"),
            input(type("password"), parts::control(field), typing(field),
                  attribute<"data-reveal-target">("field")),
            icon_button({.label = show,
                         .icon = "eye",
                         .kind = ButtonKind::Ghost,
                         .size = ButtonSize::Small,
                         .classes = "-mr-2",
                         .more = attributes(hidden(), attribute<"data-reveal-target">("button"),
                                            attribute<"data-action">("reveal#toggle"),
                                            attribute<"aria-pressed">("false"))})),
        parts::notes_of(field));
}

Html code_field(const Field& field)
{
    Html boxes;
    for (int position = 1; position <= code_digits; ++position)
        boxes += digit_box(field, position);
    return fieldset(legend(cls("label"), field.label),
                    div(cls("flex gap-2"), attribute<"data-controller">("otp"), boxes),
                    parts::notes_of(field));
}

} // namespace ui
