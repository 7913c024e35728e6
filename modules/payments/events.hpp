#pragma once

#include "kernel/base/money.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/enum.hpp>

namespace payments
{

/// What became of money that was thought to come, or to have come. `debit_failed`: the bank of the
/// client refused; `taken_back`: it returned what it had paid; `disputed`: the client denies it;
/// `refund_failed`: what was given back did not arrive and is there again; `other_currency`: it
/// came in another one than that of the invoice, where nothing is written of it.
enum class Setback { debit_failed, taken_back, disputed, refund_failed, other_currency };
BOOST_DESCRIBE_ENUM(Setback, debit_failed, taken_back, disputed, refund_failed, other_currency)

/// Told once of each; the ledger of the invoice is right already.
struct PaymentSetBack {
    invoices::InvoiceId invoice;
    Setback what = Setback::debit_failed;
    base::Cents amount; ///< above zero; of the currency that came
};

} // namespace payments
