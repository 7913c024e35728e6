#include "modules/invoices/money_pages.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/guard/open_pages.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_list_store.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/money_store.hpp"

namespace invoices
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int late_rows = 5;
constexpr const char* grouped_path = "/factures-en-attente";

base::Currency currency_of(const guard::Call& call)
{
    return sale_documents::books_of(call.context().workspace()).currency;
}

base::Date month_of(base::Date day, std::chrono::months shift)
{
    const std::chrono::year_month_day civil{day.day};
    return {std::chrono::sys_days{(civil.year() / civil.month() + shift) / std::chrono::day{1}}};
}

html::Html small(const std::string& words)
{
    return html::span(html::cls("text-12 text-fg-3"), words);
}

html::Html in_view(const guard::Call& call, InvoiceView view, const std::string& words)
{
    return html::a(html::cls("link text-12"),
                   html::href(invoices_path(slug_of(call)).with("etat", forms::enum_name(view))),
                   words);
}

html::Html to_issue_row(const guard::Call& call, std::int64_t count)
{
    if (count == 0) return html::none;
    const auto to = guard::is_open(call, grouped_path)
                        ? html::checked_local(call.in_workspace(grouped_path))
                        : invoices_path(slug_of(call)).with("etat", "draft");
    return ui::row_link(to, {.lead = ui::tile("send", ui::Tone::Blue),
                             .title = t("invoices.day.to_issue", {{"count", i18n::number(count)}}),
                             .detail = t("invoices.day.to_issue_detail")});
}

html::Html late_row(const guard::Call& call, const LateInvoice& invoice)
{
    const auto days = (call.context().today().day - invoice.due_on.day).count();
    return ui::row_link(
        invoice_path(slug_of(call), invoice.id),
        {.lead = ui::tile("receipt", ui::Tone::Amber),
         .title =
             t("invoices.day.late", {{"number", invoice.number}, {"count", i18n::number(days)}}),
         .detail = invoice.client_name,
         .aside = html::span(html::cls("num"), i18n::money(invoice.left, currency_of(call)))});
}

} // namespace

html::Html follow_panel(guard::Call& call)
{
    const auto today = call.context().today();
    auto [late, open] = call.context().read([&](WorkspaceTransaction& tx) {
        MoneyStore store{tx};
        return std::pair{store.late(today, late_rows + 1), store.to_issue()};
    });
    if (late.empty() && open == 0) return html::none;
    const auto all = html::when(
        late.size() > late_rows,
        ui::link(invoices_path(slug_of(call)).with("etat", "late"), t("invoices.day.all_late")));
    if (late.size() > late_rows) late.pop_back();
    return ui::card({.title = t("invoices.day.follow"), .id = "invoices-follow", .actions = all},
                    html::group(to_issue_row(call, open), html::each(late, [&](const auto& each) {
                                    return late_row(call, each);
                                })));
}

html::Html money_panel(guard::Call& call)
{
    using std::chrono::months;
    const auto today = call.context().today();
    const auto month = month_of(today, months{0});
    const auto before = month_of(today, months{-1});
    const Days now{month, month_of(today, months{1})};
    const Days then{before, month};
    struct Sums {
        base::Cents invoiced, invoiced_before, collected, collected_before;
        Owed owed;
    };
    const auto sums = call.context().read([&](WorkspaceTransaction& tx) {
        MoneyStore store{tx};
        return Sums{store.invoiced(now), store.invoiced(then), store.collected(now),
                    store.collected(then), store.owed(today)};
    });
    const bool is_new = sums.invoiced == base::Cents{} && sums.invoiced_before == base::Cents{} &&
                        sums.collected == base::Cents{} && sums.collected_before == base::Cents{};
    if (is_new && sums.owed.count == 0) return html::none;
    const auto currency = currency_of(call);
    const auto shown = [&](base::Cents amount) { return i18n::money(amount, currency); };
    const auto past = [&](const char* key, base::Cents amount) {
        return small(t(key, {{"amount", shown(amount)}, {"month", i18n::month_and_year(before)}}));
    };
    const auto words = i18n::month_and_year(month);
    return ui::indicators(
        t("invoices.day.money"),
        {{.label = t("invoices.day.invoiced", {{"month", words}}),
          .figure = shown(sums.invoiced),
          .note = past("invoices.day.invoiced_before", sums.invoiced_before)},
         {.label = t("invoices.day.collected", {{"month", words}}),
          .figure = shown(sums.collected),
          .note = past("invoices.day.collected_before", sums.collected_before)},
         {.label = t("invoices.day.owed"),
          .figure = shown(sums.owed.owed),
          .note = in_view(call, InvoiceView::unpaid,
                          t("invoices.day.count", {{"count", i18n::number(sums.owed.count)}}))},
         {.label = t("invoices.day.owed_late"),
          .figure = shown(sums.owed.late),
          .note =
              in_view(call, InvoiceView::late,
                      t("invoices.day.count", {{"count", i18n::number(sums.owed.late_count)}}))}});
}

} // namespace invoices
