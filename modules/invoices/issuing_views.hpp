#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/invoices/invoice.hpp"
#include "modules/invoices/issuing_actions.hpp"

#include <string>
#include <vector>

namespace invoices
{

/// What leaves, what it lacks, and to whom it goes.
struct IssuingView {
    std::string slug;
    const Invoice& invoice;
    const std::vector<Line>& lines;
    const Counted& counted;
    const Books& books;
    std::string client_name;
    std::vector<Missing> missing;
    html::Html notice; ///< what is to be known of it, or nothing
    html::Html guard;
    guard::FormView fields;
    guard::FormView buyer_fields;
    bool asks_buyer = false; ///< a business of France has numbers
    bool may_manage = false;
};
html::Html issuing_form(const IssuingView& view);
/// « Émettre la facture », or what the end of the key says of a credit note.
std::string issuing_words(const Invoice& invoice, const std::string& end);

} // namespace invoices
