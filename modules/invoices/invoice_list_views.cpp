#include "modules/invoices/invoice_list_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_words.hpp"

namespace invoices
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* sums_frame = "invoice-sums";

Url list_path(const InvoiceListView& view)
{
    return route("/e/{}/factures", view.slug);
}

/// The same words and view, elsewhere under the list.
Url narrowed(const InvoiceListView& view, const char* end)
{
    auto to = checked_local(list_path(view).text() + end);
    if (!view.query.empty()) to = to.with("q", view.query);
    if (view.view) to = to.with("etat", forms::enum_name(*view.view));
    return to;
}

/// All, then each view that has an invoice; those one acts on with how many.
Html view_tabs(const InvoiceListView& view)
{
    std::vector<ui::Tab> tabs;
    for (const auto& [kind, count] : view.counts) {
        const std::string code{forms::enum_name(kind)};
        tabs.push_back({.label = t("invoices.views." + code),
                        .to = list_path(view).with("etat", code),
                        .count = static_cast<int>(count),
                        .is_current = view.view == kind});
    }
    if (tabs.empty()) return none;
    tabs.insert(tabs.begin(),
                {.label = t("invoices.list.all"), .to = list_path(view), .is_current = !view.view});
    return ui::tabs(t("invoices.list.views"), tabs);
}

Html search_form(const InvoiceListView& view)
{
    return form(method("get"), action(list_path(view)), role("search"),
                cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
                div(cls("input-wrap w-full min-w-0 sm:w-auto sm:max-w-80 sm:flex-1"),
                    ui::icon("search", "i-sm"),
                    input(type("search"), name("q"), value(view.query), ui::hotkey("/,Shift+/"),
                          attribute<"aria-label">(t("invoices.list.search")),
                          placeholder(t("invoices.list.search")))),
                view.view ? ui::hidden_field("etat", forms::enum_name(*view.view)) : none,
                ui::submit({.label = t("invoices.list.submit")}));
}

Html mark_of(const InvoiceListView& view, InvoiceId id)
{
    const auto [first, last] = view.marks.equal_range(id);
    Html marks;
    for (auto mark = first; mark != last; ++mark)
        marks +=
            span(cls("ml-1.5"), ui::badge(mark->second.words, ui::tone_named(mark->second.tone)));
    return marks;
}

Html pick_box(const InvoiceListView& view, const InvoiceRow& row)
{
    const auto words = row.number.empty() ? row.title : row.number;
    const auto box =
        attributes(type("checkbox"), cls("check"), name("pick"), value(row.id.text()),
                   attribute<"aria-label">(t("invoices.sums.pick", {{"invoice", words}})));
    return view.picks.contains(row.id) ? input(box, checked()) : input(box);
}

Html list_row(const InvoiceListView& view, const InvoiceRow& row)
{
    const auto total = row.gross ? i18n::money(*row.gross, view.books.currency) : std::string{};
    const auto standing = standing_of(row.state, row.kind, row.balance(), row.due_on, view.today);
    const auto day = [](const std::optional<base::Date>& date) {
        return date ? i18n::short_date(*date) : std::string{};
    };
    return ui::list_row(
        {.id = "invoice_" + row.id.text()},
        group(
            ui::cell(pick_box(view, row)), ui::party_cell(row.client_name),
            ui::cell(
                a(href(route("/e/{}/factures/{}", view.slug, row.id)), span(cls("subj"), row.title),
                  when(!row.number.empty(), span(cls("num ml-2 text-12 text-fg-3"), row.number))),
                "what"),
            ui::cell(group(ui::badge(standing.words, ui::tone_named(standing.tone)),
                           mark_of(view, row.id)),
                     "state"),
            ui::cell(text(day(row.issued_on)), "num text-fg-2 hidden lg:table-cell"),
            ui::cell(text(day(row.due_on)), "when num text-fg-2"),
            ui::cell(text(total), "aside num r font-[560]")));
}

/// Ticking counts again by itself where there is JavaScript: only this part of the page changes.
Html sums_part(const InvoiceListView& view)
{
    const auto& [of, sums] = view.sums;
    const auto money = [&](base::Cents amount) { return i18n::money(amount, view.books.currency); };
    const auto words = t("invoices.sums." + std::string{forms::enum_name(of)},
                         {{"count", i18n::number(sums.count)}});
    const auto figures = ui::indicators(
        words,
        {{.label = sale_documents::money_words("total_gross", view.books),
          .figure = money(sums.gross)},
         {.label = sale_documents::money_words("total_net", view.books), .figure = money(sums.net)},
         {.label = t("invoices.balance.left"), .figure = money(sums.left_due)}});
    return turbo_frame(
        id(sums_frame), attribute<"target">("_top"),
        div(cls("px-4 py-3 lg:px-5"), attribute<"aria-live">("polite"),
            div(cls("mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-13 text-fg-2"), p(words),
                when(of == SumsOf::page, ui::link(narrowed(view, "").with("totaux", "1"),
                                                  t("invoices.sums.everything")))),
            figures));
}

Html below_list(const InvoiceListView& view)
{
    const auto file = [](const char* label) {
        return ui::Button{.label = t(label),
                          .icon = "download",
                          .size = ui::ButtonSize::Small,
                          .more = attribute<"data-turbo">("false")};
    };
    return div(cls("flex flex-wrap items-center gap-2 px-4 pb-4 lg:px-5"),
               ui::submit({.label = t("invoices.sums.submit"),
                           .size = ui::ButtonSize::Small,
                           .classes = "hidden md:inline-flex"}),
               ui::link_button(narrowed(view, "/export.csv"), file("invoices.export.csv")),
               ui::link_button(narrowed(view, "/export.xlsx"), file("invoices.export.workbook")));
}

ui::Form sums_form(const InvoiceListView& view)
{
    return {.action = list_path(view),
            .method = ui::FormMethod::Get,
            .id = "selection",
            .classes = "",
            .more = attributes(attribute<"data-controller">("autosubmit"),
                               attribute<"data-action">("change->autosubmit#now"),
                               attribute<"data-turbo-frame">(sums_frame))};
}

Html kept_place(const InvoiceListView& view)
{
    return group(when(!view.query.empty(), ui::hidden_field("q", view.query)),
                 view.view ? ui::hidden_field("etat", forms::enum_name(*view.view)) : none,
                 view.before ? ui::hidden_field("avant", view.before.text()) : none);
}

Html fresh_button(const InvoiceListView& view)
{
    return ui::link_button(route("/e/{}/factures/nouvelle", view.slug),
                           {.label = t("invoices.list.new"),
                            .icon = "plus",
                            .kind = ui::ButtonKind::Primary,
                            .hotkey = "c"});
}

Html empty_list(const InvoiceListView& view)
{
    const bool is_searching = !view.query.empty() || view.view.has_value();
    if (is_searching)
        return ui::empty_state(
            {.icon = "receipt",
             .title = t("invoices.list.none_found"),
             .detail = t("invoices.list.none_found_detail"),
             .actions = ui::link_button(list_path(view), {.label = t("invoices.list.clear")})});
    return ui::empty_state({.icon = "receipt",
                            .title = t("invoices.list.none"),
                            .detail = t("invoices.list.none_detail"),
                            .actions = none});
}

} // namespace

Html invoice_list_actions(const InvoiceListView& view)
{
    return when(view.may_manage, fresh_button(view));
}

Html invoice_list(const InvoiceListView& view)
{
    const auto search = view.counts.empty() ? none : search_form(view);
    if (view.rows.empty()) return group(view_tabs(view), search, empty_list(view));
    return group(
        view_tabs(view), search,
        ui::form(
            sums_form(view), kept_place(view),
            ui::list(
                {.caption = t("invoices.list.caption"),
                 .columns = {{.label = t("invoices.sums.column"), .is_label_hidden = true},
                             {.label = t("invoices.list.client")},
                             {.label = t("invoices.list.title"), .width = ui::ColumnWidth::Fill},
                             {.label = t("invoices.list.state")},
                             {.label = t("invoices.list.issued_on"),
                              .classes = "hidden lg:table-cell"},
                             {.label = t("invoices.list.due_on")},
                             {.label = sale_documents::money_words("total_gross", view.books),
                              .align = ui::ColumnAlign::Right}},
                 .rows = each(view.rows, [&](const auto& row) { return list_row(view, row); })}),
            sums_part(view), below_list(view)),
        ui::pager({.range = t("invoices.list.range", {{"count", std::to_string(view.rows.size())}}),
                   .previous = {},
                   .next = view.next}));
}

Html new_invoice_form(const NewInvoiceView& view)
{
    const auto place = cls("mx-auto w-full max-w-[640px] px-4 py-6");
    const auto heading = h1(cls("h1 mb-5"), t("invoices.list.new"));
    if (view.clients.empty())
        return div(place, heading,
                   ui::empty_state({.icon = "users",
                                    .title = t("invoices.start.no_client"),
                                    .detail = t("invoices.start.no_client_detail"),
                                    .actions = ui::link_button(
                                        view.new_client, {.label = t("invoices.start.new_client"),
                                                          .icon = "plus"})}));
    auto client = view.fields.field("client");
    client.placeholder = t("invoices.start.choose_client");
    auto title = view.fields.field("title");
    title.length_max = static_cast<int>(title_length_max);
    return div(
        place, heading, view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::select_field(client, view.clients), ui::input_field(title),
                 ui::form_actions(ui::submit({.label = t("invoices.start.submit"),
                                              .kind = ui::ButtonKind::Primary,
                                              .hotkey = "Mod+Enter"}),
                                  ui::link_button(view.back, {.label = t("invoices.start.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

} // namespace invoices
