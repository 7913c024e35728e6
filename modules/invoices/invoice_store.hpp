#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoice.hpp"

#include <string>
#include <vector>

namespace invoices
{

inline constexpr int parts_max = 200; ///< invoices of one quote, credit notes of one invoice

/// Every statement on an invoice and its lines.
class InvoiceStore
{
  public:
    explicit InvoiceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Invoice& invoice);
    /// Of an open one. False when somebody saved another version meanwhile.
    bool update(const Invoice& invoice, std::int64_t seen_version);
    /// Its state, its number and its dates; the words stay. False as above.
    bool move(const Invoice& invoice, std::int64_t seen_version);
    /// With its lines, of an open one. False when another version was saved meanwhile.
    bool remove(InvoiceId id, std::int64_t seen_version);
    std::optional<Invoice> find(InvoiceId id);
    /// The oldest first, at most parts_max.
    std::vector<Invoice> of_quote(quotes::QuoteId quote);
    std::vector<Invoice> credits_of(InvoiceId invoice);

    std::vector<Line> lines(InvoiceId invoice);
    /// In the place of those there were.
    void write_lines(InvoiceId invoice, const std::vector<Line>& lines);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
