#pragma once

#include "kernel/base/refusal.hpp"
#include "modules/einvoicing/supplier_invoice.hpp"

#include <string>
#include <string_view>

/// How a supplier's invoice is said. For this module only.
namespace einvoicing
{

/// A sentence about it, in its gender: « einvoicing.state.paid » is « Payée » of an invoice, and
/// « einvoicing.credit.state.paid » « Remboursé » of a credit note.
std::string words_of(const SupplierInvoice& invoice, std::string_view key,
                     const base::Params& params = {});
/// « À vérifier », « Acceptée »; of a credit note « Accepté ».
std::string state_words(const SupplierInvoice& invoice);
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
