#include "app/demonstration/receipt.hpp"

#include "kernel/documents/documents.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

namespace demonstration
{

using i18n::t;

std::string receipt_pdf(const Purchase& purchase, const expenses::Expense& expense,
                        base::Currency currency)
{
    documents::Document paper{.title = t("demonstration.receipt.title"),
                              .subtitle = i18n::long_date(expense.spent_on),
                              .from = {.name = purchase.supplier},
                              .foot = t("demonstration.receipt.foot"),
                              .made_at = base::now()};
    documents::Sums sums;
    sums.sums.push_back({t("demonstration.receipt.net"), i18n::money(expense.net(), currency), {}});
    for (const auto& tax : expenses::paid_taxes(expense))
        sums.sums.push_back({tax.code, i18n::money(tax.amount, currency), {}});
    sums.sums.push_back({t("demonstration.receipt.gross"), i18n::money(expense.gross, currency),
                         documents::Sums::Weight::Strong});
    paper.body = {documents::Paragraph{purchase.description}, std::move(sums)};
    return documents::pdf_of(paper);
}

} // namespace demonstration
