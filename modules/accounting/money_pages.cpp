#include "kernel/base/refusal.hpp"
#include "kernel/documents/spreadsheet.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/accounting_pages.hpp"
#include "modules/accounting/frame_pages.hpp"
#include "modules/accounting/money_views.hpp"
#include "modules/accounting/tables.hpp"

#include <algorithm>

namespace accounting
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int shown_max = 200;
constexpr int exported_max = 20'000;
constexpr std::size_t party_length_max = 20;

MoneySearch search_of(const Call& call, const Period& period, int limit)
{
    MoneySearch search{.first = period.first,
                       .last = period.last,
                       .party = std::string{call.query("client").substr(0, party_length_max)},
                       .limit = limit};
    invoices::PaymentMeans means{};
    const std::string asked{call.query("moyen")};
    if (!forms::FieldType<invoices::PaymentMeans>::read({asked}, means)) search.means = asked;
    return search;
}

enum class What { sales, receipts };

std::vector<Cells> table_of(Call& call, What what)
{
    guard::trace_reading(call, "accounting.sales_exported");
    const auto search = search_of(call, period_asked(call), exported_max + 1);
    auto table = call.context().read([&](WorkspaceTransaction& tx) {
        MoneyStore store{tx};
        return what == What::sales ? sale_cells(store.sales(search))
                                   : receipt_cells(store.receipts(search));
    });
    base::refuse_unless(table.size() <= exported_max + 1, "accounting.refusal.too_many",
                        {{"max", i18n::number(exported_max)}});
    return table;
}

http::Response file(const Call& call, What what, std::string bytes, const std::string& ending)
{
    const bool is_workbook = ending == ".xlsx";
    auto response = http::Response::text(std::move(bytes));
    response.headers.set("Content-Type",
                         is_workbook
                             ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                             : "text/csv; charset=utf-8");
    response.headers.set(
        "Content-Disposition",
        "attachment; filename=\"" + std::string{what == What::sales ? "ventes-" : "reglements-"} +
            call.context().workspace().slug + "-" + period_asked(call).code + ending + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

http::Response csv(Call& call, What what)
{
    return file(call, what, csv_of(table_of(call, what)), ".csv");
}

http::Response workbook(Call& call, What what)
{
    return file(
        call, what,
        documents::workbook({.name = t("accounting.tab.sales"), .rows = table_of(call, what)}),
        ".xlsx");
}

CashMonth& month_in(std::vector<CashMonth>& months, const std::string& code)
{
    const auto first = read_period(code).value_or(Period{}).first;
    const auto place = std::ranges::lower_bound(months, first, {}, &CashMonth::first);
    if (place != months.end() && place->first == first) return *place;
    return *months.insert(place, {.first = first, .collected = {}, .spent = {}, .expected = {}});
}

} // namespace

http::Response show_sales(Call& call)
{
    SalesView view{.frame = frame_of(call, Tab::sales)};
    const auto search = search_of(call, view.frame.period, shown_max + 1);
    view.party = search.party;
    view.means = search.means;
    call.context().read([&](WorkspaceTransaction& tx) {
        MoneyStore store{tx};
        view.parties = store.parties();
        view.sales = store.sales(search);
        view.receipts = store.receipts(search);
    });
    view.is_cut = view.sales.size() > shown_max || view.receipts.size() > shown_max;
    view.sales.resize(std::min<std::size_t>(view.sales.size(), shown_max));
    view.receipts.resize(std::min<std::size_t>(view.receipts.size(), shown_max));
    return frame_answer(call, sales_page(view));
}

http::Response show_cash(Call& call)
{
    CashView view{.frame = frame_of(call, Tab::cash), .months = {}};
    const auto& period = view.frame.period;
    view.months = call.context().read([&](WorkspaceTransaction& tx) {
        MoneyStore store{tx};
        std::vector<CashMonth> months;
        for (const auto& row : store.months(period.first, period.last)) {
            auto& month = month_in(months, row.month);
            month.collected = row.collected;
            month.spent = row.spent;
        }
        for (const auto& row : store.expected(period.first, period.last))
            month_in(months, row.month).expected = row.expected;
        return months;
    });
    return frame_answer(call, cash_page(view));
}

http::Response export_sales(Call& call)
{
    return csv(call, What::sales);
}

http::Response export_sales_workbook(Call& call)
{
    return workbook(call, What::sales);
}

http::Response export_receipts(Call& call)
{
    return csv(call, What::receipts);
}

http::Response export_receipts_workbook(Call& call)
{
    return workbook(call, What::receipts);
}

} // namespace accounting
