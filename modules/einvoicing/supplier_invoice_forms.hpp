#pragma once

#include "kernel/forms/form.hpp"
#include "modules/einvoicing/supplier_invoice.hpp"

#include <boost/describe/class.hpp>

namespace einvoicing
{

struct RefuseInvoice {
    Reason reason = Reason::none;
    forms::Text<0, reason_length_max> words;
    std::optional<InvoiceState> seen; ///< what the page showed; none: it waits
};
BOOST_DESCRIBE_STRUCT(RefuseInvoice, (), (reason, words, seen))

struct DisputeInvoice {
    Reason reason = Reason::none;
    forms::Text<0, reason_length_max> words;
};
BOOST_DESCRIBE_STRUCT(DisputeInvoice, (), (reason, words))

struct PayInvoice {
    base::Date paid_on;
};
BOOST_DESCRIBE_STRUCT(PayInvoice, (), (paid_on))

} // namespace einvoicing
