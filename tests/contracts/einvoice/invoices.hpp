#pragma once

#include "modules/billing/document_test_kit.hpp"
#include "modules/einvoice/einvoice.hpp"

#include <string>

/// Invoices by dice, for judges nobody here wrote.
namespace invoices
{

/// One that every judge passes: one rate or several, discounts, franchise, reverse charge, prices
/// with taxes, credit notes, deposits, balances, situations, zeros and lines below zero.
einvoice::Invoice good_invoice(billing_kit::Dice& dice);

/// What was done to it, in a word: "number: a space".
std::string spoil(billing_kit::Dice& dice, einvoice::Invoice& invoice);

/// As it would be printed.
documents::Document paper_for(const einvoice::Invoice& invoice);

} // namespace invoices
