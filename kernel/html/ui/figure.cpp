#include "kernel/html/ui/figure.hpp"

#include "kernel/html/ui/icon.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

Html definition_of(const Figure& figure)
{
    if (figure.definition.empty()) return none;
    return group(
        button(type("button"), cls("btn btn-ghost btn-sm btn-icon"),
               attribute<"aria-label">(i18n::t("ui.figure.definition", {{"label", figure.label}})),
               attribute<"aria-describedby">(figure.id), icon("info", "i-sm")),
        span(cls("tip"), role("tooltip"), id(figure.id), figure.definition));
}

Html value_of(const Figure& figure)
{
    const auto look = cls("num mt-1 text-22 font-[620] tracking-[-.02em]");
    if (!figure.to) return p(look, figure.value);
    return p(look, a(cls("inline-grid hover:underline"), href(*figure.to),
                     span(cls("sr-only"), figure.label, " "), figure.value));
}

Html figure_of(const Figure& figure)
{
    return div(
        cls("relative px-4 py-3.5"),
        div(cls("flex items-center gap-1"), p(cls("eyebrow"), figure.label), definition_of(figure)),
        value_of(figure), when(!figure.note.empty(), p(cls("text-12 text-fg-3"), figure.note)));
}

Html row_of(const std::vector<Html>& cells)
{
    Html made;
    for (std::size_t i = 0; i < cells.size(); ++i)
        made += i == 0 ? th(scope("row"), cells[i]) : td(cls("num"), cells[i]);
    return tr(made);
}

} // namespace

Html figures(std::string_view label, const std::vector<Figure>& figures)
{
    return section(cls("card grid grid-cols-2 lg:grid-cols-4"), attribute<"aria-label">(label),
                   each(figures, figure_of));
}

Html figure_table(const FigureTable& table)
{
    const auto head =
        each(table.columns, [](const std::string& column) { return th(scope("col"), column); });
    return div(cls("overflow-x-auto"), tabindex(0), role("region"),
               attribute<"aria-label">(table.caption),
               html::table(cls("fig-table"), caption(cls("sr-only"), table.caption),
                           thead(tr(head)), tbody(each(table.rows, row_of)),
                           when(!table.foot.empty(), tfoot(row_of(table.foot)))));
}

} // namespace ui
