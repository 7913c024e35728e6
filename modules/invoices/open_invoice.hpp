#pragma once

#include "kernel/base/money.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace invoices
{

/// What an invoice lacks before it may be issued, and where to mend it.
struct Missing {
    std::string sentence;
    std::string rule; ///< the official name of what it breaks; may be empty
    std::string path; ///< inside the workspace: "/reglages/factures"; empty: on the page itself
};

/// One that was not issued yet, at the version that was read.
struct OpenVersion {
    InvoiceId id;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OpenVersion, (), (id, version))
/// The oldest first, after `after`, at most `limit`.
std::vector<OpenVersion> open_invoices(tenancy::WorkspaceTransaction& tx, InvoiceId after,
                                       int limit);

struct OpenInvoice {
    InvoiceId id;
    std::int64_t version = 0;
    bool is_checked = false; ///< validée: somebody read it
    std::string title;
    tenancy::ClientId client;
    std::string client_name;
    std::string to_name;
    std::string to_email;             ///< of the client's record; may be empty
    std::optional<base::Cents> asked; ///< taxes included; nothing without a line
    std::vector<Missing> missing;     ///< as it would be issued today
};
/// Nothing for one that was issued, or removed.
std::optional<OpenInvoice> open_invoice(tenancy::WorkspaceTransaction& tx, InvoiceId id);

/// Says that it was read and is whole. Refuses "invoices.refusal.incomplete", ".changed_since".
void check_open_invoice(tenancy::WorkspaceTransaction& tx, const OpenVersion& seen);

/// Issues it, and writes to the client; returns its number. Refuses what `issue_invoice` refuses:
/// "invoices.refusal.incomplete", ".changed_since", ".is.…".
std::string issue_by_mail(tenancy::WorkspaceTransaction& tx, const OpenInvoice& invoice,
                          std::int64_t seen_version);

} // namespace invoices
