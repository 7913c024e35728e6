#include "modules/ledger/closing_paper.hpp"

#include "kernel/documents/documents.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

namespace ledger
{
namespace
{

using documents::Align;
using i18n::t;

documents::Table taxes_table(const Closing& closing)
{
    documents::Table table{.columns = {{t("ledger.by_tax"), Align::Left, 2},
                                       {t("ledger.fact.base"), Align::Right, 1},
                                       {t("ledger.fact.tax"), Align::Right, 1}},
                           .rows = {},
                           .foot = {}};
    for (const auto& tax : closing.taxes)
        table.rows.push_back({tax_words(tax), i18n::money(tax.base, closing.currency),
                              i18n::money(tax.tax, closing.currency)});
    return table;
}

documents::Table modes_table(const Closing& closing)
{
    documents::Table table{.columns = {{t("ledger.by_mode"), Align::Left, 2},
                                       {t("ledger.fact.amount"), Align::Right, 1}},
                           .rows = {},
                           .foot = {}};
    for (const auto& paid : closing.modes)
        table.rows.push_back({mode_words(paid.mode), i18n::money(paid.amount, closing.currency)});
    return table;
}

documents::Facts totals_of(const ClosingView& view)
{
    const auto& closing = view.closing;
    return {
        {{t("ledger.fact.billed"), i18n::money(closing.billed, closing.currency)},
         {t("ledger.fact.paid"), i18n::money(closing.paid, closing.currency)},
         {t("ledger.fact.perpetual_billed"),
          i18n::money(closing.perpetual.billed, closing.currency)},
         {t("ledger.fact.perpetual_paid"), i18n::money(closing.perpetual.paid, closing.currency)},
         {t("ledger.fact.events"), i18n::number(closing.events)},
         {t("ledger.fact.records"),
          t("ledger.records", {{"first", i18n::number(closing.first_seq)},
                               {"last", i18n::number(closing.last_seq)}})},
         {t("ledger.fact.closed_at"), view.closed_at}}};
}

} // namespace

std::string closing_pdf(const ClosingView& view, const std::string& business, base::Instant made_at)
{
    using documents::Heading;
    using documents::Paragraph;
    documents::Document paper{.title = t("ledger.paper.title"),
                              .subtitle = name_of(view.closing),
                              .from = {.name = business},
                              .foot = t("ledger.paper.foot"),
                              .made_at = made_at};
    paper.body = {totals_of(view)};
    if (!view.closing.taxes.empty()) paper.body.emplace_back(taxes_table(view.closing));
    if (!view.closing.modes.empty()) paper.body.emplace_back(modes_table(view.closing));
    paper.body.emplace_back(Heading{t("ledger.proof")});
    paper.body.emplace_back(Paragraph{t("ledger.paper.head", {{"hash", view.closing.head}})});
    paper.body.emplace_back(
        Paragraph{t("ledger.paper.signature", {{"signature", view.signature}})});
    paper.body.emplace_back(Paragraph{t("ledger.paper.key", {{"key", view.key}})});
    return documents::pdf_of(paper);
}

} // namespace ledger
