#include "modules/accounting/tables.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/fec_text.hpp"
#include "modules/accounting/money_views.hpp"

namespace accounting
{
namespace
{

Cells titles(const std::string& family, std::initializer_list<const char*> codes)
{
    Cells cells;
    for (const auto* code : codes)
        cells.push_back(i18n::t(family + code));
    return cells;
}

} // namespace

std::vector<Cells> sale_cells(const std::vector<SaleRow>& rows)
{
    std::vector<Cells> table{
        titles("accounting.sales.", {"day", "paper", "kind", "client", "net", "tax", "gross"})};
    for (const auto& row : rows)
        table.push_back({i18n::short_date(row.day), row.number, kind_words(row.kind),
                         row.party_label, fec_amount(row.net), fec_amount(row.tax),
                         fec_amount(row.due)});
    return table;
}

std::vector<Cells> receipt_cells(const std::vector<ReceiptRow>& rows)
{
    std::vector<Cells> table{titles(
        "accounting.sales.", {"day", "paper", "kind", "client", "means", "reference", "amount"})};
    for (const auto& row : rows)
        table.push_back({i18n::short_date(row.day), row.number, kind_words(row.kind),
                         row.party_label, means_words(row.means), row.reference,
                         fec_amount(row.amount)});
    return table;
}

std::string csv_of(const std::vector<Cells>& table)
{
    std::string bytes{base::csv_mark};
    for (const auto& cells : table)
        bytes += base::csv_line(cells);
    return bytes;
}

std::string entries_csv(tenancy::WorkspaceTransaction& tx, const Period& period)
{
    std::string bytes{base::csv_mark};
    bytes +=
        base::csv_line(titles("accounting.column.", {"journal", "number", "day", "piece", "label",
                                                     "account", "party", "debit", "credit"}));
    each_entry(tx, {.first = period.first, .last = period.last}, [&](const Entry& entry) {
        for (const auto& line : entry.lines)
            bytes += base::csv_line({entry.journal_label, entry.number, i18n::short_date(entry.day),
                                     entry.piece, entry.label,
                                     line.account.number + " " + line.account.label,
                                     line.party ? line.party->label : "", fec_amount(line.debit),
                                     fec_amount(line.credit)});
    });
    return bytes;
}

} // namespace accounting
