#include "modules/accounting/money_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/frame_views.hpp"

#include <boost/mp11.hpp>

namespace accounting
{
namespace
{

using namespace html;
using base::Cents;
using i18n::t;

Html nothing(const char* code)
{
    const std::string key{code};
    return ui::empty_state({.icon = "book-open",
                            .title = t("accounting." + key + ".none"),
                            .detail = t("accounting." + key + ".none_detail"),
                            .actions = {}});
}

std::vector<ui::Choice> means_choices()
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<invoices::PaymentMeans>>(
        [&](auto one) { choices.push_back({.value = one.name, .label = means_words(one.value)}); });
    return choices;
}

Html filters(const SalesView& view)
{
    std::vector<ui::Choice> parties;
    for (const auto& party : view.parties)
        parties.push_back(
            {.value = party.party, .label = party.party_label + " (" + party.party + ")"});
    return group(ui::select_field({.name = "client",
                                   .label = t("accounting.sales.client"),
                                   .value = view.party,
                                   .placeholder = t("accounting.sales.every_client")},
                                  parties),
                 ui::select_field({.name = "moyen",
                                   .label = t("accounting.sales.means"),
                                   .value = view.means,
                                   .placeholder = t("accounting.sales.every_means")},
                                  means_choices()));
}

Html export_links(const SalesView& view, const char* file)
{
    const auto link = [&](const char* ending, const char* key) {
        const auto end = "/" + std::string{file} + ending;
        return ui::link_button(
            frame_at(view.frame, end.c_str()).with("client", view.party).with("moyen", view.means),
            {.label = t(key), .icon = "download", .size = ui::ButtonSize::Small});
    };
    return div(cls("flex flex-wrap gap-2"), link(".csv", "accounting.sales.csv"),
               link(".xlsx", "accounting.sales.xlsx"));
}

/// On two lines, so that amounts have room on a telephone.
Html paper_cell(const std::string& number, base::Date day, const std::string& client)
{
    return div(cls("min-w-32 whitespace-normal"), p(cls("num font-[560]"), number),
               p(cls("text-13 font-normal text-fg-2"), i18n::short_date(day) + " · " + client));
}

Html sales_table(const SalesView& view)
{
    ui::FigureTable table{.caption = t("accounting.sales.caption"),
                          .columns = {t("accounting.sales.paper"), t("accounting.sales.net"),
                                      t("accounting.sales.tax"), t("accounting.sales.gross")},
                          .rows = {},
                          .foot = {}};
    Cents net;
    Cents tax;
    for (const auto& sale : view.sales) {
        net += sale.net;
        tax += sale.tax;
        table.rows.push_back({paper_cell(sale.number, sale.day, sale.party_label),
                              figure_cell(i18n::money(sale.net, view.frame.currency)),
                              figure_cell(frame_money(view.frame, sale.tax)),
                              figure_cell(i18n::money(sale.due, view.frame.currency))});
    }
    if (!view.is_cut)
        table.foot = {text(t("accounting.total")),
                      figure_cell(i18n::money(net, view.frame.currency)),
                      figure_cell(i18n::money(tax, view.frame.currency)),
                      figure_cell(i18n::money(net + tax, view.frame.currency))};
    return ui::figure_table(table);
}

Html receipts_table(const SalesView& view)
{
    ui::FigureTable table{.caption = t("accounting.sales.receipts"),
                          .columns = {t("accounting.sales.paper"), t("accounting.sales.means"),
                                      t("accounting.sales.amount")},
                          .rows = {},
                          .foot = {}};
    Cents sum;
    for (const auto& receipt : view.receipts) {
        sum += receipt.amount;
        table.rows.push_back({paper_cell(receipt.number, receipt.day, receipt.party_label),
                              text(means_words(receipt.means)),
                              figure_cell(i18n::money(receipt.amount, view.frame.currency))});
    }
    if (!view.is_cut)
        table.foot = {text(t("accounting.total")), none,
                      figure_cell(i18n::money(sum, view.frame.currency))};
    return ui::figure_table(table);
}

} // namespace

std::string means_words(invoices::PaymentMeans means)
{
    return t("accounting.means." + std::string{forms::enum_name(means)});
}

std::string kind_words(invoices::InvoiceKind kind)
{
    return t("accounting.kind." + std::string{forms::enum_name(kind)});
}

std::string kind_words(invoices::PaymentKind kind)
{
    return t("accounting.kind." + std::string{forms::enum_name(kind)});
}

Html sales_page(const SalesView& view)
{
    if (view.parties.empty()) return group(frame_head(view.frame), nothing("sales"));
    return group(frame_head(view.frame, filters(view)),
                 div(cls(frame_column), h2(cls("h2"), t("accounting.sales.caption")),
                     sales_table(view), export_links(view, "ventes"),
                     h2(cls("h2"), t("accounting.sales.receipts")), receipts_table(view),
                     export_links(view, "reglements"),
                     when(view.is_cut, p(cls("text-13 text-fg-2"), t("accounting.sales.cut")))));
}

Html cash_page(const CashView& view)
{
    if (view.months.empty()) return group(frame_head(view.frame), nothing("cash"));
    ui::FigureTable table{.caption = t("accounting.cash.caption"),
                          .columns = {t("accounting.cash.month"), t("accounting.cash.collected"),
                                      t("accounting.cash.spent"), t("accounting.cash.balance"),
                                      t("accounting.cash.expected")},
                          .rows = {},
                          .foot = {}};
    CashMonth sum{};
    for (const auto& month : view.months) {
        sum.collected += month.collected;
        sum.spent += month.spent;
        sum.expected += month.expected;
        table.rows.push_back(
            {text(i18n::month_and_year(month.first)),
             figure_cell(frame_money(view.frame, month.collected)),
             figure_cell(frame_money(view.frame, month.spent)),
             figure_cell(i18n::money(month.collected - month.spent, view.frame.currency)),
             figure_cell(frame_money(view.frame, month.expected))});
    }
    table.foot = {text(t("accounting.total")), figure_cell(frame_money(view.frame, sum.collected)),
                  figure_cell(frame_money(view.frame, sum.spent)),
                  figure_cell(i18n::money(sum.collected - sum.spent, view.frame.currency)),
                  figure_cell(frame_money(view.frame, sum.expected))};
    return group(frame_head(view.frame),
                 div(cls(frame_column), ui::figure_table(table),
                     p(cls("text-13 text-fg-2"), t("accounting.cash.words"))));
}

} // namespace accounting
