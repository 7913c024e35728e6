#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/sheet_views.hpp"

namespace progress
{

using namespace html;
using i18n::t;

namespace
{

Html row_of(const Reading& reading, const SheetRow& row)
{
    auto detail = row.identifier;
    if (!row.client_name.empty()) detail += " · " + row.client_name;
    const auto last =
        row.last_published_at
            ? t("progress.list.last",
                {{"when", i18n::relative(*row.last_published_at, reading.now, reading.zone)}})
            : std::string{};
    return ui::row_link(sheet_path(reading, row.identifier),
                        {.lead = ui::tile("hard-hat", ui::Tone::Violet),
                         .title = row.title,
                         .detail = detail + (last.empty() ? "" : " · " + last),
                         .aside = ui::icon("chevron-right")});
}

Html rows_of(const Reading& reading, const std::vector<SheetRow>& rows)
{
    return each(rows, [&](const SheetRow& row) { return row_of(reading, row); });
}

Html identifier_form(const EntryView& view)
{
    const std::string error =
        view.is_unknown ? t("progress.entry.unknown", {{"identifier", view.typed}}) : std::string{};
    return ui::form({.action = sheets_path(view.reading),
                     .method = ui::FormMethod::Get,
                     .classes = "flex flex-wrap items-center gap-3"},
                    div(cls("min-w-[12rem] flex-1"),
                        ui::input_field({.name = "identifiant",
                                         .label = t("progress.entry.label"),
                                         .value = view.typed,
                                         .hint = t("progress.entry.hint"),
                                         .error = error,
                                         .autocomplete = "off",
                                         .length_max = identifier_max,
                                         .is_required = true,
                                         .more = attribute<"autocapitalize">("characters")})),
                    ui::submit({.label = t("progress.entry.open"),
                                .kind = ui::ButtonKind::Primary,
                                .size = ui::ButtonSize::Large}));
}

Html creation_offer(const EntryView& view)
{
    if (!view.may_manage) return none;
    auto to = route("/e/{}/nouvelle-fiche", view.reading.slug);
    if (view.is_unknown) to = to.with("identifiant", view.typed);
    return div(cls("mt-4"),
               ui::link_button(to, {.label = view.is_unknown ? t("progress.entry.create",
                                                                 {{"identifier", view.typed}})
                                                             : t("progress.new"),
                                    .icon = "plus"}));
}

Html list_of(const EntryView& view)
{
    if (!view.may_list) return none;
    const auto nothing = ui::empty_state(
        {.icon = "clipboard-list",
         .title = t(view.query.empty() ? "progress.list.none" : "progress.list.nothing_found"),
         .detail = t("progress.list.none_detail")});
    return div(
        cls("mt-6"),
        ui::card({.title = t("progress.list.title"), .id = "sheets"},
                 group(ui::card_body(ui::form(
                           {.action = sheets_path(view.reading),
                            .method = ui::FormMethod::Get,
                            .classes = "flex flex-wrap items-end gap-3"},
                           div(cls("min-w-[12rem] flex-1"),
                               ui::input_field({.name = "q",
                                                .label = t("progress.list.search"),
                                                .value = view.query,
                                                .type = "search"})),
                           ui::submit({.label = t("progress.list.find"), .icon = "search"}))),
                       view.rows.empty() ? nothing : rows_of(view.reading, view.rows),
                       view.next ? ui::card_body(ui::link(*view.next, t("progress.list.more")))
                                 : none)));
}

} // namespace

Html first_step(const Url& to, FirstSheet sheet)
{
    const bool is_open = sheet == FirstSheet::open;
    return ui::row_link(to,
                        {.lead = is_open ? ui::tile("check", ui::Tone::Green)
                                         : ui::tile("hard-hat", ui::Tone::Blue),
                         .title = t("progress.first"),
                         .detail = t(is_open ? "progress.first_done" : "progress.first_detail")});
}

Html entry_card(const EntryView& view)
{
    return ui::card({.title = t("progress.entry.title"), .id = "fiche-entry"},
                    group(ui::card_body(group(identifier_form(view), creation_offer(view))),
                          rows_of(view.reading, view.opened)));
}

Html entry_page(const EntryView& view)
{
    return div(cls("mx-auto w-full max-w-[760px] px-4 py-6"), entry_card(view), list_of(view));
}

Html own_sheets_card(const OwnSheetsView& view)
{
    const auto nothing = ui::empty_state(
        {.icon = "hard-hat",
         .title = t("progress.own.none"),
         .detail = t("progress.own.none_detail", {{"business", view.reading.business}})});
    return ui::card({.title = t("progress.own.title"), .id = "own-sheets"},
                    view.rows.empty() ? nothing : rows_of(view.reading, view.rows));
}

Html own_sheets(const OwnSheetsView& view)
{
    return div(cls("grid grid-cols-1 gap-4 md:col-span-2"),
               h1(cls("text-[26px] font-[640] leading-8 tracking-[-.02em]"), t("progress.own.nav")),
               own_sheets_card(view));
}

Html client_sheets(const ClientSheetsView& view)
{
    const auto add = ui::link_button(
        route("/e/{}/nouvelle-fiche", view.reading.slug).with("client", view.client.text()),
        {.label = t("progress.new"), .icon = "plus", .size = ui::ButtonSize::Small});
    const auto nothing = ui::card_body(p(cls("text-14 text-fg-3"), t("progress.client.none")));
    return ui::card({.title = t("progress.client.title"),
                     .id = "client-sheets",
                     .count = static_cast<int>(view.rows.size()),
                     .actions = when(view.may_manage, add)},
                    view.rows.empty() ? nothing : rows_of(view.reading, view.rows));
}

} // namespace progress
