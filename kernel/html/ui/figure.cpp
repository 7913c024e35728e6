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
        button(type("button"), cls("fig-def"),
               attribute<"aria-label">(i18n::t("ui.figure.definition", {{"label", figure.label}})),
               attribute<"aria-describedby">(figure.id), icon("info", "i-sm")),
        span(cls("tip"), role("tooltip"), id(figure.id), figure.definition));
}

Html value_of(const Figure& figure)
{
    const auto look = cls("num fig-value");
    if (!figure.to) return p(look, figure.value);
    return p(look, a(href(*figure.to), span(cls("sr-only"), figure.label, " "), figure.value));
}

Html figure_of(const Figure& figure)
{
    return div(cls("fig"),
               div(cls("fig-head"), p(cls("eyebrow"), figure.label), definition_of(figure)),
               value_of(figure), when(!figure.note.empty(), p(cls("fig-note"), figure.note)));
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
    return section(cls("card figs"), attribute<"aria-label">(label), each(figures, figure_of));
}

Html figure_table(const FigureTable& table)
{
    const auto head =
        each(table.columns, [](const std::string& column) { return th(scope("col"), column); });
    return div(cls("fig-scroll"), tabindex(0), role("region"),
               attribute<"aria-label">(table.caption),
               html::table(cls("fig-table"), caption(cls("sr-only"), table.caption),
                           thead(tr(head)), tbody(each(table.rows, row_of)),
                           when(!table.foot.empty(), tfoot(row_of(table.foot)))));
}

} // namespace ui
