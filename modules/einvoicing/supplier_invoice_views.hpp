#pragma once

#include "kernel/files/files.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/einvoicing/dispatch.hpp"
#include "modules/einvoicing/supplier_invoice_store.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace einvoicing
{

struct InvoiceListView {
    std::string slug;
    std::vector<SupplierInvoice> rows;
    std::map<InvoiceState, std::int64_t> counts;
    std::optional<InvoiceState> state; ///< of the filter
    std::string query;
    std::optional<html::Url> next;
    html::Html upload;            ///< may be empty
    std::int64_t reading = 0;     ///< files being read, at most 100
    std::int64_t quarantined = 0; ///< files that were not understood, at most 100
    std::int64_t repeated = 0;    ///< files that were received already, at most 100
};
html::Html invoice_list(const InvoiceListView& view);

struct InvoiceView {
    std::string slug;
    const SupplierInvoice& invoice;
    const files::File& original;
    std::string decided; ///< « Acceptée par Lea, hier »; empty while it waits
    std::string zone;
    std::string conflict;
    guard::FormView refusal;
    guard::FormView payment;
    guard::FormView dispute;
    html::Html guard;
    html::Html others; ///< what other modules say of it
    bool may_manage = false;
    bool is_told = false;         ///< its supplier is told what is decided
    std::vector<Dispatch> said{}; ///< what he was told
    bool may_say_again = false;
};
html::Html invoice_page(const InvoiceView& view);

/// « 3 factures reçues à vérifier »; nothing for none.
html::Html to_check_card(std::string_view slug, std::int64_t count);

} // namespace einvoicing
