#pragma once

#include "kernel/search/search.hpp"
#include "modules/invoices/invoice.hpp"

/// What invoices are found by, by the team: their title and number. The name of the client is his
/// own: it may change, or be forgotten.
namespace invoices
{

search::Document names_of(const Invoice& invoice);
search::Kind invoice_kind();
search::Source invoice_source();

} // namespace invoices
