#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/quotes/events.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <optional>
#include <string>
#include <vector>

namespace db
{
class Database;
}
namespace kernel
{
class Module;
}

/// Front door of quotes: what a business offers a client at a price.
namespace quotes
{

void describe(kernel::Module& module);

/// Leaves the nightly look at what has expired in each workspace that quotes.
void plan_expiries(db::Database& database, base::Instant now);

/// What a client accepted, with the options he chose: to be invoiced.
struct AcceptedQuote {
    QuoteId quote;
    tenancy::ClientId client;
    std::string number;
    std::string title;
    sale_documents::Terms terms;
    std::vector<sale_documents::Line> lines; ///< with the options he took ticked
    billing::Figures figures;                ///< as frozen when he accepted
    bool is_cancelled = false;               ///< since: nothing more is invoiced of it
};
/// Throws base::NotFound for one that nobody accepted.
AcceptedQuote accepted_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote);
/// Until the end of that transaction nobody cancels it: who invoices it holds it first, then reads.
void hold_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote);

/// What stands on an accepted quote, which is not cancelled while it stands.
struct Holder {
    std::string number; ///< « FACT-2026-0001 »
    std::string path;   ///< below the workspace: "/factures/42"
};
using Holding = std::optional<Holder> (*)(tenancy::WorkspaceTransaction& tx, QuoteId quote);
/// Once at start, by the module that invoices.
void hold_with(Holding holding);

} // namespace quotes
