#pragma once

#include "modules/accounting/accounting_views.hpp"
#include "modules/accounting/money_store.hpp"

namespace accounting
{

struct SalesView {
    Frame frame;
    std::string party; ///< whose alone; empty: all
    std::string means;
    std::vector<PartyRow> parties;
    std::vector<SaleRow> sales;
    std::vector<ReceiptRow> receipts;
    bool is_cut = false; ///< more than are shown
};
html::Html sales_page(const SalesView& view);

/// A month of the year, with something in it.
struct CashMonth {
    base::Date first;
    base::Cents collected;
    base::Cents spent;
    base::Cents expected;
};
struct CashView {
    Frame frame;
    std::vector<CashMonth> months;
};
html::Html cash_page(const CashView& view);

/// « Chèque ».
std::string means_words(invoices::PaymentMeans means);
std::string kind_words(invoices::InvoiceKind kind);
std::string kind_words(invoices::PaymentKind kind);

} // namespace accounting
