#pragma once

#include "kernel/forms/form.hpp"
#include "modules/accounting/sale.hpp"

namespace accounting
{

struct ClosePeriod {
    base::Date last; ///< the last day that is closed
};
BOOST_DESCRIBE_STRUCT(ClosePeriod, (), (last))

struct ChooseAccount {
    forms::Text<1, 80> role;
    forms::Text<0, account_length_max> number; ///< empty: what everybody begins with
    forms::Text<0, 80> label;
};
BOOST_DESCRIBE_STRUCT(ChooseAccount, (), (role, number, label))

struct ChooseTaxDue {
    TaxDue due = TaxDue::on_payment;
};
BOOST_DESCRIBE_STRUCT(ChooseTaxDue, (), (due))

} // namespace accounting
