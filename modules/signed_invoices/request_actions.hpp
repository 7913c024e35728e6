#pragma once

#include "modules/signatures/signatures.hpp"
#include "modules/signed_invoices/request_store.hpp"

namespace signed_invoices
{

/// What is wished of the invoices that are issued now.
Wish wish_of(tenancy::WorkspaceTransaction& tx);
/// From the next invoice on. Those that were asked about are asked less when less is wished, never
/// more. One entry of the journal, none when nothing changes.
void save_wish(tenancy::WorkspaceTransaction& tx, Wish wish);

/// How signatures name an invoice. What was issued never changes: it has one version.
inline constexpr const char* signed_kind = "invoice";
inline constexpr std::int64_t signed_version = 1;
std::optional<signatures::Signature> signature_of(tenancy::WorkspaceTransaction& tx,
                                                  invoices::InvoiceId invoice);

/// What waits for the client of who acts; nothing for one who reads none of his invoices.
std::vector<WaitingInvoice> waiting(tenancy::WorkspaceTransaction& tx);

/// In the transaction that signs. Refuses "signed_invoices.refusal.not_asked" (conflict) of one
/// that is signed, cancelled, or no longer asked about.
void note_signed(tenancy::WorkspaceTransaction& tx, const signatures::Signature& signature);

} // namespace signed_invoices
