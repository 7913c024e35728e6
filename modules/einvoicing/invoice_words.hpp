#pragma once

#include "modules/einvoicing/supplier_invoice.hpp"

#include <string>

/// How a supplier's invoice is said. For this module only.
namespace einvoicing
{

/// « À vérifier ».
std::string state_words(InvoiceState state);
/// As ui::tone_named reads it.
const char* state_tone(InvoiceState state);
/// « Facture F-42 », « Avoir A-7 ».
std::string title_of(const SupplierInvoice& invoice);
/// « 120,00 € », « 99,00 USD ».
std::string amount_words(base::Cents amount, const std::string& currency);
/// « TX_TVA_ERR · Taux de TVA erroné ».
std::string reason_words(Reason reason);
/// « TVA 20 % », « Autoliquidation ».
std::string tax_words(const SupplierTax& tax);

} // namespace einvoicing
