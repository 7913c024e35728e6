#include "kernel/base/csv.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/documents/spreadsheet.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_filter_pages.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/invoice_words.hpp"

#include <algorithm>
#include <functional>

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;
using Cells = std::vector<std::string>;

constexpr int rows_at_once = 1'000;
constexpr std::int64_t csv_rows_max = 100'000;
/// A workbook is held whole while it is written.
constexpr std::int64_t workbook_rows_max = 20'000;

Cells head(const Books& books)
{
    Cells cells;
    for (const char* code : {"number", "kind", "title", "client", "state", "issued_on", "due_on"})
        cells.push_back(t("invoices.export." + std::string{code}));
    cells.push_back(sale_documents::money_words("total_net", books));
    cells.push_back(sale_documents::money_words("tax", books));
    cells.push_back(sale_documents::money_words("total_gross", books));
    for (const char* code : {"credited", "paid", "refunded", "left", "currency"})
        cells.push_back(t("invoices.export." + std::string{code}));
    return cells;
}

/// « 1284,60 »: a spreadsheet in French reads a number. A credit note takes off.
std::string amount(const InvoiceRow& row, const std::optional<base::Cents>& cents)
{
    if (!cents) return {};
    auto words = base::plain_amount(row.kind == InvoiceKind::credit_note ? -*cents : *cents);
    std::ranges::replace(words, '.', ',');
    return words;
}

Cells cells_of(const InvoiceRow& row, const Books& books, base::Date today)
{
    const auto day = [](const std::optional<base::Date>& date) {
        return date ? i18n::short_date(*date) : std::string{};
    };
    std::optional<base::Cents> tax;
    if (row.gross && row.net) tax = *row.gross - *row.net;
    const auto standing = standing_of(row.state, row.kind, row.balance(), row.due_on, today);
    Cells cells{row.number,       t("invoices.kind." + std::string{forms::enum_name(row.kind)}),
                row.title,        row.client_name,
                standing.words,   day(row.issued_on),
                day(row.due_on),  amount(row, row.net),
                amount(row, tax), amount(row, row.gross)};
    const bool is_asked = row.kind != InvoiceKind::credit_note && !is_open(row.state);
    for (const auto cents : {row.credited, row.paid, row.refunded, left_of(row)})
        cells.push_back(is_asked ? amount(row, cents) : std::string{});
    cells.emplace_back(base::currency_code(books.currency));
    return cells;
}

/// `take(cells)`, the head first; more than `rows_max` are refused.
void each_row(Call& call, std::int64_t rows_max, const std::function<void(const Cells&)>& take)
{
    const auto books = sale_documents::books_of(call.context().workspace());
    call.context().read([&](WorkspaceTransaction& tx) {
        auto search = search_of(call);
        search.before = {};
        search.limit = rows_at_once;
        take(head(books));
        for (std::int64_t written = 0;;) {
            const auto rows = InvoiceListStore{tx}.list(search);
            written += std::ssize(rows);
            base::refuse_unless(written <= rows_max, "invoices.refusal.too_many_exported",
                                {{"max", i18n::number(rows_max)}});
            for (const auto& row : rows)
                take(cells_of(row, books, search.today));
            if (std::ssize(rows) < rows_at_once) return;
            search.before = rows.back().id;
        }
    });
}

http::Response file(const Call& call, std::string bytes, const char* type, const char* ending)
{
    auto response = http::Response::text(std::move(bytes));
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition", "attachment; filename=\"factures-" +
                                                    call.context().workspace().slug + "-" +
                                                    call.context().today().text() + ending + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

http::Response export_invoices_csv(Call& call)
{
    guard::trace_reading(call, "invoices.exported");
    std::string bytes{base::csv_mark};
    each_row(call, csv_rows_max, [&](const Cells& cells) { bytes += base::csv_line(cells); });
    return file(call, std::move(bytes), "text/csv; charset=utf-8", ".csv");
}

http::Response export_invoices_workbook(Call& call)
{
    guard::trace_reading(call, "invoices.exported");
    documents::Sheet sheet{.name = t("invoices.nav"), .rows = {}};
    each_row(call, workbook_rows_max, [&](const Cells& cells) { sheet.rows.push_back(cells); });
    return file(call, documents::workbook(sheet),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
}

} // namespace invoices
