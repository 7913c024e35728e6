#pragma once

#include "modules/einvoice/factur_x.hpp"
#include "modules/einvoice/faults.hpp"
#include "modules/einvoice/invoice.hpp"
#include "modules/einvoice/received.hpp"
#include "modules/einvoice/xml_writer.hpp"

#include <string>

/// Front door of einvoice: French electronic invoices, written from what billing froze and judged
/// before they leave.
///
/// Who issues fills in an Invoice (Figures and words), asks faults_of() before the number is taken,
/// and shows each fault beside the field it names. What is issued is written by cii_of(), ubl_of()
/// or, inside its paper, by paper_of() (factur_x.hpp), each time with the same bytes. Amounts are
/// read off the figures, never counted. Pure: no clock, no database, no page; any thread.
namespace einvoice
{

/// UN/CEFACT CII, profile EN 16931 as Factur-X 1.09 embeds it. Writes what it is given, faults
/// included. Throws std::invalid_argument unless each line has its words.
std::string cii_of(const Invoice& invoice);
/// UBL 2.1: an Invoice, or a CreditNote of what is_credit(). The same.
std::string ubl_of(const Invoice& invoice);

} // namespace einvoice
