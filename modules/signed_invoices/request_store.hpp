#pragma once

#include "modules/signatures/signatures.hpp"
#include "modules/signed_invoices/signed_invoices.hpp"

#include <string>

namespace signed_invoices
{

/// A client is asked to sign an invoice.
struct Request {
    invoices::InvoiceId invoice_id;
    Wish wish = Wish::off; ///< when it was issued
    std::optional<signatures::SignatureId> signature_id;
    std::optional<base::Instant> signed_at;
};
BOOST_DESCRIBE_STRUCT(Request, (), (invoice_id, wish, signature_id, signed_at))

/// One that waits, as its client finds it.
struct WaitingInvoice {
    invoices::InvoiceId id;
    Wish wish = Wish::off; ///< when it was issued
    std::string number;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(WaitingInvoice, (), (id, wish, number, title))
inline constexpr int waiting_max = 20;

/// Every statement on what is wished and asked.
class RequestStore
{
  public:
    explicit RequestStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Nothing where the business never said.
    std::optional<Wish> wish();
    void save(Wish wish);
    /// Of what is not signed yet, no more than this stays asked, whatever is wished later.
    void lower(Wish wish);

    void insert(const Request& request);
    std::vector<Request> of_all(const std::vector<invoices::InvoiceId>& ids);
    /// False when it is signed already, or was never asked about.
    bool set_signed(invoices::InvoiceId invoice, signatures::SignatureId signature,
                    base::Instant at);
    /// Issued to that client, not cancelled, not signed: the newest first, at most waiting_max.
    std::vector<WaitingInvoice> waiting_of(tenancy::ClientId client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace signed_invoices
