#pragma once

#include "kernel/html/html.hpp"
#include "modules/einvoicing/reception.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace einvoicing
{

struct ReceptionLine {
    Reception reception;
    std::string when;
    std::optional<html::Url> original;
    std::optional<html::Url> invoice;
    bool may_manage = false;
};

struct UploadView {
    html::Url action;
    html::Html guard;
    std::string error; ///< of the last submission
};
html::Html upload_card(const UploadView& view);

struct ReceptionsView {
    std::string slug;
    std::vector<ReceptionLine> lines;
    html::Html guard;
};
html::Html receptions_page(const ReceptionsView& view);

html::Url supplier_invoices_path(std::string_view slug);
html::Url supplier_invoice_path(std::string_view slug, SupplierInvoiceId invoice);
html::Url receptions_path(std::string_view slug);

} // namespace einvoicing
