#include "kernel/base/csv.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/documents/spreadsheet.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_choice_pages.hpp"
#include "modules/expenses/expense_filter_pages.hpp"
#include "modules/expenses/expense_pages.hpp"
#include "modules/expenses/expense_sums.hpp"
#include "modules/expenses/expense_type_actions.hpp"
#include "modules/expenses/expense_views.hpp"

namespace expenses
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;
using Cells = std::vector<std::string>;

constexpr int rows_at_once = 1'000;
constexpr std::int64_t export_rows_max = 100'000;

std::optional<html::Url> next_page(const Call& call, std::vector<ExpenseRow>& rows)
{
    if (rows.size() <= page_rows) return {};
    rows.pop_back();
    const auto& last = rows.back();
    return filtered(call, expenses_path(call.context().workspace().slug))
        .with("apres", last.spent_on.text() + "." + last.id.text());
}

ExpenseListView read_view(Call& call, const ExpenseSearch& search)
{
    const auto period = period_of(call.query("periode"));
    return call.context().read([&](WorkspaceTransaction& tx) {
        ExpenseStore store{tx};
        auto asked = search;
        asked.limit = page_rows + 1;
        ExpenseListView view{.rows = store.list(asked),
                             .types = types_of(tx),
                             .clients = client_choices(tx),
                             .sums = sums_of(store.sums(search)),
                             .counts = store.counts(period.first, period.last)};
        return view;
    });
}

bool is_filtered(const Call& call)
{
    for (const char* name : {"periode", "type", "categorie", "client", "part", "apres"})
        if (!call.query(name).empty()) return true;
    return false;
}

Cells head(const Books& books)
{
    Cells cells;
    for (const char* code : {"number", "spent_on", "type", "description", "supplier", "client",
                             "category", "means", "net"})
        cells.push_back(t(std::string{"expenses.field."} + code));
    for (const auto& name : tax_columns(books.regime))
        cells.push_back(name);
    for (const char* code : {"gross", "deductible", "receipts", "recovered_by", "state"})
        cells.push_back(t(std::string{"expenses.field."} + code));
    return cells;
}

std::string state_of(const ExpenseRow& row, Kind kind)
{
    if (row.cancelled_at) return words_of(kind, "state.cancelled");
    if (!row.checked_at) return t("expenses.state.unchecked");
    if (!row.recovered_at) return {};
    return t(row.recovered_by.empty() ? "expenses.state.on_draft" : "expenses.state.recovered");
}

Cells cells_of(const ExpenseRow& row, const std::vector<ExpenseType>& types, const Books& books)
{
    const Expense alike{.gross = row.gross,
                        .takes_back = row.takes_back,
                        .tax = row.tax,
                        .first_tax = row.first_tax,
                        .second_tax = row.second_tax};
    Cells cells{row.number,
                i18n::short_date(row.spent_on),
                name_of(types, row.type),
                row.description,
                row.supplier,
                row.client_name,
                category_words(row.category, alike.kind()),
                means_words(row.means, alike.kind()),
                amount_cell(alike.counted(alike.net()))};
    const auto paid = paid_taxes(alike);
    for (const auto& name : tax_columns(books.regime)) {
        base::Cents amount;
        for (const auto& tax : paid)
            if (tax.code == name) amount += tax.amount;
        cells.push_back(amount_cell(amount));
    }
    cells.insert(cells.end(),
                 {amount_cell(alike.counted(row.gross)), i18n::rate(row.deductible),
                  std::to_string(row.receipts), row.recovered_by, state_of(row, alike.kind())});
    return cells;
}

std::vector<Cells> table_of(Call& call)
{
    const auto books = books_of(call.context().workspace());
    auto search = search_of(call);
    search.limit = rows_at_once;
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto types = types_of(tx);
        std::vector<Cells> table{head(books)};
        for (std::int64_t written = 0;;) {
            const auto rows = ExpenseStore{tx}.list(search);
            written += static_cast<std::int64_t>(rows.size());
            base::refuse_unless(written <= export_rows_max, "expenses.refusal.too_many",
                                {{"max", i18n::number(export_rows_max)}});
            for (const auto& row : rows)
                table.push_back(cells_of(row, types, books));
            if (rows.size() < rows_at_once) return table;
            search.before_day = rows.back().spent_on;
            search.before_id = rows.back().id;
        }
    });
}

http::Response file(const Call& call, std::string bytes, const char* type, const char* ending)
{
    auto response = http::Response::text(std::move(bytes));
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition", "attachment; filename=\"depenses-" +
                                                    call.context().workspace().slug + "-" +
                                                    call.context().today().text() + ending + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

http::Response list_expenses(Call& call)
{
    const auto& workspace = call.context().workspace();
    const auto search = search_of(call);
    auto view = read_view(call, search);
    view.next = next_page(call, view.rows);
    view.slug = workspace.slug;
    view.periods = period_choices(call.context().today());
    view.currency = books_of(workspace).currency;
    view.part = search.part;
    view.period = period_of(call.query("periode")).code;
    view.type = search.type;
    view.category = std::string{call.query("categorie")};
    view.client = std::string{call.query("client")};
    view.may_write = call.may("expenses.write");
    view.is_filtered = is_filtered(call);
    view.list = expenses_path(workspace.slug);
    view.csv = filtered(call, html::route("/e/{}/depenses/export.csv", workspace.slug));
    view.workbook = filtered(call, html::route("/e/{}/depenses/export.xlsx", workspace.slug));
    const auto add = html::group(
        ui::link_button(
            html::route("/e/{}/depenses/trajet", workspace.slug),
            {.label = t("expenses.trip.new"), .icon = "car", .classes = "hidden sm:inline-flex"}),
        ui::link_button(html::route("/e/{}/depenses/nouvelle", workspace.slug),
                        {.label = t("expenses.list.new"),
                         .icon = "plus",
                         .kind = ui::ButtonKind::Primary,
                         .hotkey = "c"}));
    return guard::render(call, guard::Page{.title = t("expenses.nav"),
                                           .body = expense_list(view),
                                           .top = html::when(view.may_write, add),
                                           .topics = {"expenses"}});
}

http::Response export_csv(Call& call)
{
    guard::trace_reading(call, "expenses.exported");
    std::string bytes{base::csv_mark};
    for (const auto& cells : table_of(call))
        bytes += base::csv_line(cells);
    return file(call, std::move(bytes), "text/csv; charset=utf-8", ".csv");
}

http::Response export_workbook(Call& call)
{
    guard::trace_reading(call, "expenses.exported");
    return file(call, documents::workbook({.name = t("expenses.nav"), .rows = table_of(call)}),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
}

} // namespace expenses
