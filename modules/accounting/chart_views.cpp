#include "modules/accounting/chart_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/frame_views.hpp"

namespace accounting
{
namespace
{

using namespace html;
using i18n::t;

Html accounts_table(const ChartView& view)
{
    ui::FigureTable table{.caption = t("accounting.chart.caption"),
                          .columns = {t("accounting.chart.role"), t("accounting.chart.number"),
                                      t("accounting.chart.label")},
                          .rows = {},
                          .foot = {}};
    const auto place = checked_local(route("/e/{}/comptabilite/plan", view.frame.slug).text());
    for (const auto& row : view.rows) {
        const auto words = view.may_manage
                               ? a(cls("link"), href(place.with("compte", row.role)), row.words)
                               : text(row.words);
        table.rows.push_back(
            {words, figure_cell(row.account.number),
             group(when(row.account.label != row.words, text(row.account.label)), " ",
                   when(row.is_chosen, ui::badge(t("accounting.chart.chosen"), ui::Tone::Blue)))});
    }
    return ui::figure_table(table);
}

Html account_form(const ChartView& view)
{
    std::vector<ui::Choice> roles;
    for (const auto& row : view.rows)
        roles.push_back({.value = row.role, .label = row.words});
    auto number = view.fields.field("number");
    number.hint = t("accounting.chart.number_hint");
    return ui::card(
        {.title = t("accounting.chart.choose"), .id = "compte"},
        ui::card_body(ui::form(
            {.action = route("/e/{}/comptabilite/plan", view.frame.slug), .guard = view.guard},
            ui::select_field(view.fields.field("role"), roles), ui::input_field(number),
            ui::input_field(view.fields.field("label")),
            ui::form_actions(ui::submit(
                {.label = t("accounting.chart.submit"), .kind = ui::ButtonKind::Primary})))));
}

Html tax_form(const ChartView& view)
{
    return ui::card(
        {.title = t("accounting.tax_due.title"), .id = "tva"},
        ui::card_body(group(
            p(cls("mb-3 text-14 text-fg-2"), t("accounting.tax_due.words")),
            ui::form({.action = route("/e/{}/comptabilite/plan/tva", view.frame.slug),
                      .guard = view.guard},
                     ui::radio_group(
                         {.name = "due",
                          .label = t("accounting.tax_due.title"),
                          .value = view.tax_due == TaxDue::on_issue ? "on_issue" : "on_payment"},
                         {{.value = "on_payment",
                           .label = t("accounting.tax_due.on_payment"),
                           .hint = {}},
                          {.value = "on_issue",
                           .label = t("accounting.tax_due.on_issue"),
                           .hint = t("accounting.tax_due.on_issue_hint")}}),
                     ui::form_actions(ui::submit({.label = t("accounting.tax_due.submit")}))))));
}

} // namespace

Html chart_page(const ChartView& view)
{
    return group(frame_head(view.frame),
                 div(cls(frame_column), view.fields.summary(),
                     p(cls("text-14 text-fg-2"), t("accounting.chart.words")),
                     when(view.may_manage, account_form(view)), accounts_table(view),
                     when(view.may_manage && view.is_french, tax_form(view))));
}

} // namespace accounting
