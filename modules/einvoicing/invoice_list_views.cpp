#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/invoice_words.hpp"
#include "modules/einvoicing/reception_views.hpp"
#include "modules/einvoicing/supplier_invoice_views.hpp"

namespace einvoicing
{

using namespace html;
using i18n::t;

namespace
{

Html state_tabs(const InvoiceListView& view)
{
    std::int64_t total = 0;
    std::vector<ui::Tab> tabs;
    for (const auto& [state, count] : view.counts) {
        total += count;
        const std::string code{forms::enum_name(state)};
        tabs.push_back({.label = t("einvoicing.states." + code),
                        .to = supplier_invoices_path(view.slug).with("etat", code),
                        .count = static_cast<int>(count),
                        .is_current = view.state == state});
    }
    if (total == 0) return none;
    tabs.insert(tabs.begin(), {.label = t("einvoicing.list.all"),
                               .to = supplier_invoices_path(view.slug),
                               .count = static_cast<int>(total),
                               .is_current = !view.state});
    return ui::tabs(t("einvoicing.list.states"), tabs);
}

Html search_form(const InvoiceListView& view)
{
    return form(method("get"), action(supplier_invoices_path(view.slug)), role("search"),
                cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
                div(cls("input-wrap w-full min-w-0 sm:w-auto sm:max-w-80 sm:flex-1"),
                    ui::icon("search", "i-sm"),
                    input(type("search"), name("q"), value(view.query), ui::hotkey("/,Shift+/"),
                          attribute<"aria-label">(t("einvoicing.list.search")),
                          placeholder(t("einvoicing.list.search")))),
                view.state ? ui::hidden_field("etat", forms::enum_name(*view.state)) : none,
                ui::submit({.label = t("einvoicing.list.submit")}));
}

Html row_of(const InvoiceListView& view, const SupplierInvoice& invoice)
{
    const auto sign = invoice.is_credit_note ? -invoice.gross : invoice.gross;
    const auto due = invoice.due_on ? i18n::short_date(*invoice.due_on) : std::string{};
    return ui::list_row(
        {.id = "supplier_invoice_" + invoice.id.text()},
        group(ui::party_cell(invoice.seller_name),
              ui::cell(a(href(supplier_invoice_path(view.slug, invoice.id)),
                         span(cls("subj"), title_of(invoice))),
                       "what"),
              ui::cell(ui::badge(state_words(invoice), ui::tone_named(state_tone(invoice.state))),
                       "state"),
              ui::cell(text(due), "num text-fg-2 hidden lg:table-cell"),
              ui::cell(text(i18n::short_date(invoice.issued_on)), "when num text-fg-2"),
              ui::cell(text(amount_words(sign, invoice.currency)), "aside num r font-[560]")));
}

Html empty_list(const InvoiceListView& view)
{
    const bool is_searching = !view.query.empty() || view.state.has_value();
    if (is_searching)
        return ui::empty_state({.icon = "inbox",
                                .title = t("einvoicing.list.none_found"),
                                .detail = t("einvoicing.list.none_found_detail"),
                                .actions = ui::link_button(supplier_invoices_path(view.slug),
                                                           {.label = t("einvoicing.list.clear")})});
    return ui::empty_state({.icon = "inbox",
                            .title = t("einvoicing.list.none"),
                            .detail = t("einvoicing.list.none_detail")});
}

Html notices(const InvoiceListView& view)
{
    Html notices;
    const auto counted = [](const char* key, std::int64_t count) {
        return t(key, {{"count", std::to_string(count)}});
    };
    if (view.reading > 0)
        notices += ui::banner({.tone = ui::Tone::Blue,
                               .icon = "hourglass",
                               .words = counted("einvoicing.list.reading", view.reading)});
    const auto sort = ui::link(receptions_path(view.slug), t("einvoicing.list.sort"));
    if (view.quarantined > 0)
        notices += ui::banner({.tone = ui::Tone::Amber,
                               .icon = "triangle-alert",
                               .words = counted("einvoicing.list.quarantined", view.quarantined),
                               .action = sort});
    if (view.repeated > 0)
        notices += ui::banner({.tone = ui::Tone::Gray,
                               .icon = "copy",
                               .words = counted("einvoicing.list.repeated", view.repeated),
                               .action = sort});
    return notices;
}

Html rows_of(const InvoiceListView& view)
{
    if (view.rows.empty()) return empty_list(view);
    return group(
        ui::list(
            {.caption = t("einvoicing.list.caption"),
             .columns = {{.label = t("einvoicing.list.supplier")},
                         {.label = t("einvoicing.list.number"), .width = ui::ColumnWidth::Fill},
                         {.label = t("einvoicing.list.state")},
                         {.label = t("einvoicing.list.due_on"), .classes = "hidden lg:table-cell"},
                         {.label = t("einvoicing.list.issued_on")},
                         {.label = t("einvoicing.list.gross"), .align = ui::ColumnAlign::Right}},
             .rows = each(view.rows, [&](const auto& row) { return row_of(view, row); })}),
        ui::pager(
            {.range = t("einvoicing.list.range", {{"count", std::to_string(view.rows.size())}}),
             .previous = {},
             .next = view.next}));
}

} // namespace

Html invoice_list(const InvoiceListView& view)
{
    const auto top =
        div(cls("grid grid-cols-1 gap-3 px-4 py-4 lg:px-5"), notices(view), view.upload);
    return group(state_tabs(view), top, view.counts.empty() ? none : search_form(view),
                 rows_of(view));
}

Html to_check_card(std::string_view slug, std::int64_t count)
{
    if (count == 0) return none;
    return ui::card(
        {}, ui::row_link(supplier_invoices_path(slug).with("etat", "to_check"),
                         {.lead = ui::tile("inbox", ui::Tone::Amber),
                          .title = t("einvoicing.panel", {{"count", std::to_string(count)}}),
                          .detail = t("einvoicing.panel_detail"),
                          .aside = {}}));
}

} // namespace einvoicing
