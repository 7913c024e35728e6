#pragma once

#include "kernel/guard/call.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/signatures/signatures.hpp"
#include "modules/signed_invoices/request_actions.hpp"

#include <string>

namespace signed_invoices
{

/// An invoice as its client reaches it, by his portal or by a link, with what is asked of him.
struct ReachedInvoice {
    invoices::ClientPlace at;
    invoices::Facts facts;
    invoices::Reach reach;
    Standing standing;
    std::optional<signatures::Signature> signature;
    std::optional<files::File> paper; ///< as it was issued; none until it is made

    /// Of a link whose invoice names no address, nobody can be asked for a code.
    bool is_signable(const guard::Call& call) const;
    /// What was signed in the portal stays there: a link may have gone to somebody else.
    bool reads_signed_paper(const guard::Call& call) const;
};
ReachedInvoice reached(guard::Call& call);

/// He came by a link and has no account.
bool has_link(const guard::Call& call);
/// Where it is signed: the very bytes that were issued; by a link a code is asked too.
signatures::Desk desk_of(guard::Call& call, const ReachedInvoice& found);

} // namespace signed_invoices
