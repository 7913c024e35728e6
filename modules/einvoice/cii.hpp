#pragma once

#include "modules/einvoice/written.hpp"
#include "modules/einvoice/xml_writer.hpp"

/// Pieces of UN/CEFACT CII, in the order of its schema. For this module only.
namespace einvoice::cii
{

/// "20260302".
std::string compact(base::Date date);
void write_date(XmlWriter& xml, std::string_view name, base::Date date);
void write_tax_rate(XmlWriter& xml, const WrittenTax& tax);
void write_charge_indicator(XmlWriter& xml, bool is_charge);
/// How it is paid, its taxes, discounts and sums.
void write_settlement(XmlWriter& xml, const Invoice& invoice);

} // namespace einvoice::cii
