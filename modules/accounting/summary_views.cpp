#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/accounting_views.hpp"
#include "modules/accounting/frame_views.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace accounting
{

using namespace html;
using i18n::t;

namespace
{

/// Of numbers of accounts.
using Beginnings = std::span<const std::string_view>;

constexpr std::array<std::string_view, 1> of_revenue{"70"};
/// The second: what is declared of purchases in the Union.
constexpr std::array<std::string_view, 2> of_taxes_due{"4457", "4452"};
constexpr std::array<std::string_view, 1> of_taxes_paid{"4456"};

bool is_of(const BalanceRow& row, Beginnings beginnings)
{
    return std::ranges::any_of(beginnings,
                               [&](std::string_view one) { return row.account.starts_with(one); });
}

/// Of the accounts that begin so: what was given less what was received.
base::Cents credit_of(const std::vector<BalanceRow>& rows, Beginnings beginnings)
{
    base::Cents sum;
    for (const auto& row : rows)
        if (is_of(row, beginnings)) sum += row.credit - row.debit;
    return sum;
}

enum class Side { Credit, Debit };

/// Each of the accounts that begin so, where there are several: a tax is declared by itself.
Html each_account(const SummaryView& view, Beginnings beginnings, Side side)
{
    std::vector<const BalanceRow*> rows;
    for (const auto& row : view.rows)
        if (is_of(row, beginnings) && row.credit != row.debit) rows.push_back(&row);
    if (rows.size() < 2) return none;
    return each(rows, [&](const BalanceRow* row) {
        const auto amount =
            side == Side::Credit ? row->credit - row->debit : row->debit - row->credit;
        return span(cls("block"), row->label + " : " + i18n::money(amount, view.frame.currency));
    });
}

Html who_bears(const SummaryView& view)
{
    base::Cents kept;
    base::Cents recovered;
    for (const auto& total : view.expenses)
        (total.category == expenses::Category::client ? recovered : kept) +=
            total.deductible_amount();
    if (recovered == base::Cents{}) return none;
    return text(t("accounting.summary.split",
                  {{"kept", i18n::money(kept, view.frame.currency)},
                   {"recovered", i18n::money(recovered, view.frame.currency)}}));
}

Html summary_figures(const SummaryView& view)
{
    base::Cents deductible;
    for (const auto& total : view.expenses)
        deductible += total.deductible_amount();
    const auto figure = [&](const char* code, base::Cents amount, Html note) {
        return ui::Indicator{.label = t("accounting.summary." + std::string{code}),
                             .figure = i18n::money(amount, view.frame.currency),
                             .note = std::move(note)};
    };
    return ui::indicators(t("accounting.tab.summary"),
                          {figure("revenue", credit_of(view.rows, of_revenue), none),
                           figure("deductible", deductible, who_bears(view)),
                           figure("collected", credit_of(view.rows, of_taxes_due),
                                  each_account(view, of_taxes_due, Side::Credit)),
                           figure("paid", -credit_of(view.rows, of_taxes_paid),
                                  each_account(view, of_taxes_paid, Side::Debit))});
}

/// What a business in franchise declares of its purchases, and what to do.
Html borne_words(const SummaryView& view)
{
    base::Cents borne;
    for (const auto& total : view.expenses)
        borne += total.owed_cost;
    if (borne <= base::Cents{}) return none;
    return ui::banner({.tone = ui::Tone::Amber,
                       .icon = "triangle-alert",
                       .words = t("accounting.summary.borne",
                                  {{"amount", i18n::money(borne, view.frame.currency)}})});
}

Html expenses_table(const SummaryView& view)
{
    ui::FigureTable table{.caption = t("accounting.summary.expenses"),
                          .columns = {t("accounting.summary.type"), t("accounting.summary.share"),
                                      t("accounting.summary.gross"), t("accounting.summary.net"),
                                      t("accounting.summary.deductible"),
                                      t("accounting.summary.who")},
                          .rows = {},
                          .foot = {}};
    for (const auto& total : view.expenses) {
        const bool is_client = total.category == expenses::Category::client;
        table.rows.push_back(
            {text(total.type_name), figure_cell(i18n::rate(total.deductible)),
             figure_cell(frame_money(view.frame, total.gross)),
             figure_cell(frame_money(view.frame, total.net)),
             figure_cell(frame_money(view.frame, total.deductible_amount())),
             text(t(is_client ? "accounting.summary.recovered" : "accounting.summary.kept"))});
    }
    return ui::figure_table(table);
}

} // namespace

Html summary_page(const SummaryView& view)
{
    return group(frame_head(view.frame),
                 div(cls(frame_column), summary_figures(view), borne_words(view),
                     when(!view.expenses.empty(), expenses_table(view)),
                     p(cls("text-13 text-fg-2"), t("accounting.summary.words"))));
}

} // namespace accounting
