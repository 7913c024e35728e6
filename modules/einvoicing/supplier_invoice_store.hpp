#pragma once

#include "modules/einvoicing/supplier_invoice.hpp"

#include <map>
#include <vector>

namespace einvoicing
{

inline constexpr std::size_t invoice_page_rows = 50;

struct InvoiceSearch {
    std::string word; ///< folded; empty = all
    std::optional<InvoiceState> state;
    SupplierInvoiceId before; ///< zero = from the newest
    std::size_t limit = invoice_page_rows;
};

class SupplierInvoiceStore
{
  public:
    explicit SupplierInvoiceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const SupplierInvoice& invoice);
    std::optional<SupplierInvoice> find(SupplierInvoiceId id);
    /// Of the same supplier, with the same number.
    std::optional<SupplierInvoiceId> find_alike(const SupplierInvoice& invoice);
    /// What was decided of it; false when it is no longer in state `from`.
    bool decide(const SupplierInvoice& invoice, InvoiceState from);
    /// Newest first.
    std::vector<SupplierInvoice> list(const InvoiceSearch& search);
    std::map<InvoiceState, std::int64_t> counts();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace einvoicing
