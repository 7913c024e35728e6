#pragma once

#include "modules/invoices/invoice_list_store.hpp"
#include "modules/invoices/payment.hpp"
#include "modules/invoices/terms.hpp"

#include <string>
#include <vector>

namespace invoices
{

/// An invoice as its client reads it, on a telephone first.
struct ClientInvoiceView {
    Invoice invoice;
    html::Url paper;
    Books books;
    base::Date today;
    html::Html panels; ///< of other modules
    std::vector<Line> lines{};
    Counted counted{};
    Terms terms{};
    sale_documents::Business business{};
    bool has_paper = false;
    Balance balance{};
    std::vector<Payment> payments{};
};
html::Html client_invoice(const ClientInvoiceView& view);

struct OwnInvoicesView {
    std::string slug;
    base::Currency currency = base::Currency::EUR;
    base::Date today;
    std::vector<InvoiceRow> rows{};
};
html::Html own_invoices(const OwnInvoicesView& view);

} // namespace invoices
