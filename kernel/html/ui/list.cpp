#include "kernel/html/ui/list.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

Html head_cell(const Column& column)
{
    return th(scope("col"),
              cls(column.align == ColumnAlign::Right ? "r " : "",
                  column.width == ColumnWidth::Fill ? "w-full " : "", column.classes),
              column.is_label_hidden ? span(cls("sr-only"), column.label) : text(column.label));
}

Html step(const std::optional<Url>& to, const Button& button)
{
    if (to) return icon_link(*to, button);
    auto off = button;
    off.is_disabled = true;
    return icon_button(off);
}

Html title_of(const EmptyState& state)
{
    if (state.level == EmptyTitle::OfPage) return h1(cls("h1"), state.title);
    return p(cls("font-[600]"), state.title);
}

} // namespace

Html list(const List& list)
{
    return div(cls("md:overflow-x-auto"),
               table(cls("list"), attribute<"data-controller">("list"),
                     attribute<"data-action">("keydown@document->list#press"),
                     caption(cls("sr-only"), list.caption),
                     thead(tr(each(list.columns, head_cell))), tbody(list.rows)));
}

Html list_row(const ListRow& row, const Html& cells)
{
    return tr(id(row.id), when(row.is_unread, flag<"data-unread">()),
              when(row.is_selected, attribute<"aria-selected">("true")), cells);
}

Html cell(const Html& content, std::string_view classes)
{
    return td(when(!classes.empty(), cls(classes)), content);
}

Html party_cell(std::string_view name)
{
    return td(cls("who hue-", hue_step(name)), attribute<"data-initials">(base::initials(name)),
              name);
}

Html pager(const Pager& pager)
{
    if (!pager.previous && !pager.next) return none;
    return html::nav(
        cls("flex items-center justify-end gap-1 px-4 py-2.5 text-12 text-fg-3 lg:px-5"),
        attribute<"aria-label">(i18n::t("ui.pages")), span(cls("num mr-2"), pager.range),
        step(pager.previous, {.label = i18n::t("ui.previous_page"),
                              .icon = "chevron-left",
                              .kind = ButtonKind::Ghost,
                              .more = rel("prev")}),
        step(pager.next, {.label = i18n::t("ui.next_page"),
                          .icon = "chevron-right",
                          .kind = ButtonKind::Ghost,
                          .more = rel("next")}));
}

Html empty_state(const EmptyState& state)
{
    return div(
        cls("empty"), span(cls("tile ", tone_class(state.tone)), icon(state.icon, "i-lg")),
        title_of(state),
        when(!state.detail.empty(), p(cls("max-w-[36ch] text-13 text-fg-2"), state.detail)),
        when(!state.actions.empty(),
             div(cls("mt-3 flex flex-wrap justify-center gap-2"), state.actions)),
        when(!state.reference.empty(), p(cls("num mt-1 text-12 text-fg-3"), state.reference)));
}

} // namespace ui
