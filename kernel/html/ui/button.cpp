#include "kernel/html/ui/button.hpp"

#include <array>

namespace ui
{

using namespace html;

namespace
{

constexpr std::array<std::string_view, 4> kinds{"", " btn-primary", " btn-ghost", " btn-danger"};
constexpr std::array<std::string_view, 4> sizes{"", " btn-sm", " btn-lg", " btn-xl"};

enum class Shape { Words, IconOnly };

Attribute look(const Button& button, Shape shape)
{
    return cls("btn", kinds.at(static_cast<std::size_t>(button.kind)),
               sizes.at(static_cast<std::size_t>(button.size)),
               shape == Shape::IconOnly ? " btn-icon" : "", button.classes.empty() ? "" : " ",
               button.classes);
}

Attribute behaviour(const Button& button)
{
    return attributes(
        when(!button.name.empty(), attributes(name(button.name), value(button.value))),
        when(button.is_disabled, disabled()), hotkey(button.hotkey), button.more);
}

Html face(const Button& button)
{
    return group(icon(button.icon), button.label);
}

} // namespace

Attribute named(std::string_view label)
{
    return attributes(attribute<"aria-label">(label), title(label));
}

Attribute hotkey(std::string_view keys)
{
    if (keys.empty()) return {};
    return attributes(attribute<"data-controller">("hotkey"), attribute<"data-hotkey">(keys));
}

Html submit(const Button& button)
{
    return html::button(type("submit"), look(button, Shape::Words), behaviour(button),
                        face(button));
}

Html button(const Button& button)
{
    return html::button(type("button"), look(button, Shape::Words), behaviour(button),
                        face(button));
}

Html link_button(const Url& to, const Button& button)
{
    return a(href(to), look(button, Shape::Words), hotkey(button.hotkey), button.more,
             face(button));
}

Html icon_button(const Button& button)
{
    return html::button(type("button"), look(button, Shape::IconOnly), named(button.label),
                        behaviour(button), icon(button.icon));
}

Html icon_link(const Url& to, const Button& button)
{
    return a(href(to), look(button, Shape::IconOnly), named(button.label), hotkey(button.hotkey),
             button.more, icon(button.icon));
}

Html icon_submit(const Button& button)
{
    return html::button(type("submit"), look(button, Shape::IconOnly), named(button.label),
                        behaviour(button), icon(button.icon));
}

Html link(const Url& to, std::string_view words)
{
    return a(cls("link"), href(to), words);
}

} // namespace ui
