#pragma once

#include "modules/accounting/chart.hpp"
#include "modules/invoices/invoices.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <vector>

/// Invoices and their payments as entries. Pure: every amount is one of the frozen figures, or what
/// is left of them.
///
/// French tax on services, and on every deposit, is due when it is paid (CGI, art. 269, 2, a bis
/// and c); on goods when they are delivered, here when they are invoiced. Who chose to pay it «
/// d’après les débits » owes it on services when he invoices. Until it is due it waits on 4458, «
/// taxes sur le chiffre d’affaires à régulariser ou en attente » (PCG, règlement ANC 2014-03).
/// Building work is a service (BOI-TVA-BASE-20-20). An invoice of both kinds, which no line tells
/// apart, owes it when it is issued: never late. Taxes of Québec are due when they are invoiced.
namespace accounting
{

enum class TaxDue { on_payment, on_issue };
BOOST_DESCRIBE_ENUM(TaxDue, on_payment, on_issue)

/// An invoice or credit note as it was booked. Amounts are its own, without what deposits asked
/// before; those of a credit note are above zero too. net + tax = due.
struct Sale {
    invoices::InvoiceId id;
    invoices::InvoiceKind kind = invoices::InvoiceKind::invoice;
    std::string number;
    base::Date day;
    std::optional<base::Date> due_on;
    std::int64_t quote_id = 0;   ///< 0: of no quote; of a credit note what it takes back had
    std::int64_t credits_id = 0; ///< 0: takes back nothing
    invoices::Nature nature = invoices::Nature::services;
    std::string account; ///< 411, on which its payments go too
    std::string account_label;
    std::string party;
    std::string party_label;
    base::Cents net;
    base::Cents tax;
    base::Cents due;
};
BOOST_DESCRIBE_STRUCT(Sale, (),
                      (id, kind, number, day, due_on, quote_id, credits_id, nature, account,
                       account_label, party, party_label, net, tax, due))

/// A tax of a sale that waits for its payment: `collected` of what is `owed` is due by now.
struct DueTax {
    invoices::InvoiceId sale_id;
    std::string tax; ///< « TVA »
    base::Rate rate;
    std::string account; ///< on which the rest waits
    std::string account_label;
    base::Cents owed;
    base::Cents collected;
};
BOOST_DESCRIBE_STRUCT(DueTax, (), (sale_id, tax, rate, account, account_label, owed, collected))

/// Taxes with what came by now, in the proportion of what is owed: all of it once all is paid.
std::vector<DueTax> settled(std::vector<DueTax> taxes, const invoices::Balance& balance);

struct RowTax {
    std::string code;
    base::Rate rate;
    base::Cents amount;
};
/// What the document itself asks of each tax, deposits taken off; those of 0 are left out.
std::vector<RowTax> taxes_of(const billing::Figures& figures);

/// `party` is whose account it is.
Sale sale_of(const invoices::Facts& facts, const Account& client, const Account& party);
/// Whether its taxes wait for its payment.
bool waits_for_payment(const Sale& sale, TaxDue chosen);
/// Nothing is collected yet.
std::vector<DueTax> waiting_taxes(const Sale& sale, const billing::Figures& figures,
                                  const Chart& chart);

/// What of each tax changes: on the account where it waits, and where it is due.
struct TaxMove {
    Account waiting;
    Account collected;
    base::Cents on_waiting; ///< above zero: more is owed
    base::Cents on_collected;
};
std::vector<TaxMove> moves_between(const std::vector<DueTax>& before,
                                   const std::vector<DueTax>& after, const Chart& chart);
/// Due at once.
std::vector<TaxMove> moves_at_once(const std::vector<RowTax>& taxes, const Chart& chart,
                                   bool takes_back);

/// Earned, or asked before it is (4191).
enum class Side { revenue, advance };

/// What deposits asked of a quote stays an advance until its balance is issued, and is one again
/// when that balance is cancelled.
struct SaleBooking {
    Sale sale;
    base::Cents advance; ///< leaves the account of deposits; below zero: comes back
    Side side = Side::revenue;
    std::vector<TaxMove> taxes;
    std::string label;
};
/// Without lines when it asks nothing.
Entry entry_of(const SaleBooking& booking, const Chart& chart);

/// Money that came for a sale, or went back.
Entry entry_of(const Sale& sale, const invoices::PaymentRecorded& paid, const Chart& chart);
/// Taxes that became due by it.
Entry tax_entry_of(const Sale& sale, base::Date day, const std::vector<TaxMove>& taxes);

} // namespace accounting
