#pragma once

#include "modules/invoices/balance.hpp"
#include "modules/invoices/invoice.hpp"

#include <string>
#include <string_view>

namespace invoices
{

/// « Brouillon ».
std::string document_words(InvoiceState state);

/// An invoice as people speak of it: « Brouillon », « Envoyée », « En retard », « Payée ».
struct Standing {
    std::string words;
    std::string_view tone; ///< "gray": the name of a ui::Tone
};
Standing standing_of(InvoiceState state, InvoiceKind kind, const Balance& balance,
                     const std::optional<base::Date>& due_on, base::Date today);

} // namespace invoices
