#pragma once

#include "kernel/db/database.hpp"
#include "modules/einvoicing/events.hpp"

#include <string>

namespace kernel
{
class Module;
}
namespace secrets
{
class Vault;
}

/// Front door of einvoicing: invoices that come in from suppliers.
namespace einvoicing
{

void describe(kernel::Module& module);

/// Inside the workspace, the page of one, for who may read them ("einvoicing.read"):
/// "/factures-recues/7". It has the slot « supplier_invoice ».
std::string supplier_invoice_page(SupplierInvoiceId invoice);

/// Asks the platform of each workspace that switched one on for what suppliers sent. As often as
/// one likes.
void plan_fetching(db::Database& database);

/// Where platforms may be: on the Internet, or on this very machine too, for tests.
enum class PlatformReach { internet, loopback_too };
/// Once at start, before any thread; again replaces (tests). `vault` outlives the jobs.
struct PlatformOptions {
    const secrets::Vault* vault = nullptr;
    PlatformReach reach = PlatformReach::internet;
};
void use_platforms(PlatformOptions options);

} // namespace einvoicing
