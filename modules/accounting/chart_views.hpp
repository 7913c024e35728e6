#pragma once

#include "modules/accounting/accounting_views.hpp"
#include "modules/accounting/sale.hpp"

namespace accounting
{

/// A role with the account it is kept on.
struct ChartRow {
    std::string role;
    std::string words;
    Account account;
    bool is_chosen = false; ///< by this business
};
struct ChartView {
    Frame frame;
    std::vector<ChartRow> rows;
    bool is_french = false; ///< chooses when the tax on services is due
    TaxDue tax_due = TaxDue::on_payment;
    bool may_manage = false;
    html::Html guard;
    guard::FormView fields; ///< of the form that chooses an account
};
html::Html chart_page(const ChartView& view);

} // namespace accounting
