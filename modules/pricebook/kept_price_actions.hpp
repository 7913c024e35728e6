#pragma once

#include "modules/pricebook/kept_price.hpp"
#include "modules/pricebook/version.hpp"

/// Clients who keep the old price when a version comes into force.
namespace pricebook
{

/// What each client of these invoices could keep when the draft holds from that day on; nothing
/// before a first version.
KeptPrices prices_to_keep(tenancy::WorkspaceTransaction& tx, const PastInvoices& past,
                          const Book& book, base::Date day);

struct Keepers {
    const Book& book;
    base::Date day;
    const std::vector<tenancy::ClientId>& clients;
};
/// Special prices for what each of them was billed in the last twelve months, part of the
/// activation. Refuses
/// "pricebook.refusal.keeps_nothing" for a client whose prices do not change,
/// ".too_many_special_prices".
void keep_prices(tenancy::WorkspaceTransaction& tx, const Keepers& keepers);
/// Those that were kept for a version that does not come.
void drop_kept_prices(tenancy::WorkspaceTransaction& tx, VersionId version);

} // namespace pricebook
