#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/einvoice/invoice.hpp"

#include <string>

namespace einvoice
{

/// The paper of an invoice with its CII inside: Factur-X 1.09, profile EN 16931, in a PDF/A-3b. A
/// Factur-X is valid or it is not made: refuses "einvoice.refusal.faults" with the first fault's
/// sentence as {fault}. The same bytes for the same paper and invoice. Throws what
/// documents::pdf_of() does.
std::string paper_of(const documents::Document& paper, const Invoice& invoice);

} // namespace einvoice
