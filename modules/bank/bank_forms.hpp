#pragma once

#include "kernel/forms/form.hpp"
#include "modules/bank/statement_csv.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>

#include <vector>

namespace bank
{

/// Transfers confirmed as they were shown: « line:invoice-invoice ».
struct ConfirmLines {
    std::vector<forms::Text<1, 260>> transfers; ///< those ticked
    forms::Text<0, 260> only; ///< whose own button was pressed: the ticks do not count
};
BOOST_DESCRIBE_STRUCT(ConfirmLines, (), (transfers, only))

/// Each takes what it asks, in order; a part that was typed stands beside it, as
/// `amount_<invoice>`.
struct SettleLine {
    std::vector<invoices::InvoiceId> invoices;
    bool keeps_surplus = false;
};
BOOST_DESCRIBE_STRUCT(SettleLine, (), (invoices, keeps_surplus))

struct ChooseColumns {
    std::vector<ColumnRole> columns; ///< one for each of the table
};
BOOST_DESCRIBE_STRUCT(ChooseColumns, (), (columns))

} // namespace bank
