#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/sale_store.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <vector>

namespace accounting
{

/// Of these days, both included; of one client where `party` is not empty.
struct MoneySearch {
    base::Date first;
    base::Date last;
    std::string party; ///< « C00042 »
    std::string means; ///< of payments only; empty: all
    int limit = 0;
};

/// An invoice or a credit note; amounts of a credit note are below zero.
struct SaleRow {
    base::Date day;
    std::string number;
    invoices::InvoiceKind kind = invoices::InvoiceKind::invoice;
    std::string party_label;
    base::Cents net;
    base::Cents tax;
    base::Cents due;
};
BOOST_DESCRIBE_STRUCT(SaleRow, (), (day, number, kind, party_label, net, tax, due))

/// A payment; below zero when money went back.
struct ReceiptRow {
    base::Date day;
    std::string number; ///< of the invoice
    std::string party_label;
    invoices::PaymentKind kind = invoices::PaymentKind::payment;
    invoices::PaymentMeans means = invoices::PaymentMeans::transfer;
    std::string reference;
    base::Cents amount;
};
BOOST_DESCRIBE_STRUCT(ReceiptRow, (), (day, number, party_label, kind, means, reference, amount))

struct PartyRow {
    std::string party;
    std::string party_label;
};
BOOST_DESCRIBE_STRUCT(PartyRow, (), (party, party_label))
inline constexpr int parties_max = 500;

/// Money of a month: what clients paid less what went back to them, what was spent out of bank and
/// cash box, and what invoices that are due then still ask.
struct MonthRow {
    std::string month; ///< « 2026-11 »
    base::Cents collected;
    base::Cents spent;
};
BOOST_DESCRIBE_STRUCT(MonthRow, (), (month, collected, spent))
struct ExpectedRow {
    std::string month;
    base::Cents expected;
};
BOOST_DESCRIBE_STRUCT(ExpectedRow, (), (month, expected))

/// Every statement of the lists of sales and of money.
class MoneyStore
{
  public:
    explicit MoneyStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<SaleRow> sales(const MoneySearch& search);
    std::vector<ReceiptRow> receipts(const MoneySearch& search);
    std::vector<PartyRow> parties();
    std::vector<MonthRow> months(base::Date first, base::Date last);
    std::vector<ExpectedRow> expected(base::Date first, base::Date last);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace accounting
