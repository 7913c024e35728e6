#pragma once

#include "kernel/forms/field_types.hpp"
#include "modules/billing/billing.hpp"

#include <boost/describe/class.hpp>

namespace invoices
{

/// How a business stands with the tax office, as its form sends it.
struct SaveTaxes {
    forms::Text<1, billing::tax_choice_code_bytes_max> regime; ///< billing::code_of
    /// billing::TaxChoice::code; empty: the first of the regime.
    forms::Text<0, billing::tax_choice_code_bytes_max> usual;
    forms::Text<0, 2 * billing::tax_choice_code_bytes_max> seen; ///< version_of(Taxes)
};
BOOST_DESCRIBE_STRUCT(SaveTaxes, (), (regime, usual, seen))

} // namespace invoices
