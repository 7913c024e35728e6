#include "kernel/html/ui/rich_text_field.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/field_parts.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

constexpr int lines_at_first = 6;

Html tool(std::string_view act, Icon what, std::string_view label)
{
    return icon_button(
        {.label = std::string{label},
         .icon = what,
         .kind = ButtonKind::Ghost,
         .classes = "rich-tool",
         .more = attributes(attribute<"data-do">(act), attribute<"aria-pressed">("false"))});
}

Html size_choice(std::string_view size, std::string_view label)
{
    return option(value(size), label);
}

Html tools()
{
    return div(cls("flex items-center gap-0.5 border-b border-line p-1"), hidden(),
               flag<"data-tools">(), role("group"),
               attribute<"aria-label">(i18n::t("ui.rich_text.tools")),
               tool("bold", "bold", i18n::t("ui.rich_text.bold")),
               tool("italic", "italic", i18n::t("ui.rich_text.italic")),
               tool("bulletList", "list", i18n::t("ui.rich_text.bullets")),
               tool("orderedList", "list-ordered", i18n::t("ui.rich_text.numbers")),
               tool("link", "link", i18n::t("ui.rich_text.link")),
               select(cls("input rich-size"), autocomplete("off"),
                      attribute<"aria-label">(i18n::t("ui.rich_text.size")),
                      size_choice("small", i18n::t("ui.rich_text.small")),
                      option(value(""), selected(), i18n::t("ui.rich_text.normal")),
                      size_choice("large", i18n::t("ui.rich_text.large")),
                      size_choice("huge", i18n::t("ui.rich_text.huge"))));
}

Html linking()
{
    return div(
        cls("flex flex-wrap items-center gap-2 border-b border-line p-2"), hidden(),
        flag<"data-linking">(),
        input(cls("input min-w-0 flex-1"), type("url"), autocomplete("off"), inputmode("url"),
              placeholder("https://"), attribute<"aria-label">(i18n::t("ui.rich_text.address"))),
        button({.label = i18n::t("ui.rich_text.set_link"), .more = attribute<"data-do">("set")}),
        button({.label = i18n::t("ui.rich_text.unlink"),
                .kind = ButtonKind::Ghost,
                .more = attribute<"data-do">("unlink")}));
}

Attribute island(const RichTextField& text)
{
    const auto count = i18n::t("ui.rich_text.count", {{"count", "{count}"}, {"max", "{max}"}});
    return attributes(
        id(field_id(text.field.name), "-box"), attribute<"data-controller">("island"),
        attribute<"data-island">("editor"), attribute<"data-label">(text.field.label),
        attribute<"data-max">(text.field.length_max), attribute<"data-count">(count),
        when(!text.html.empty(), attribute<"data-html">(text.html)),
        when(!text.leave_question.empty(), attribute<"data-leave">(text.leave_question)));
}

} // namespace

Html rich_text_field(const RichTextField& text)
{
    const auto& field = text.field;
    return div(parts::label_of(field),
               div(cls("rich-text"), island(text), tools(), linking(),
                   textarea(cls("block w-full bg-transparent px-3.5 py-2.5 text-14 outline-none"),
                            rows(lines_at_first), autocomplete("off"), parts::control(field),
                            when(!field.placeholder.empty(), placeholder(field.placeholder)), "\n",
                            field.value),
                   div(cls("article rich-surface"), hidden(), flag<"data-surface">()),
                   input(type("hidden"), flag<"data-format">(), name(field.name, "_format"),
                         autocomplete("off"), value("plain")),
                   p(cls("hint px-3.5 pb-2"), hidden(), flag<"data-count">(),
                     id(field_id(field.name), "-count"))),
               parts::notes_of(field));
}

} // namespace ui
