#pragma once

#include "modules/crm/crm.hpp"
#include "modules/pricebook/special_price.hpp"

namespace pricebook
{

/// Refuses "pricebook.refusal.too_many_special_prices", ".no_such_client", ".no_such_item".
SpecialPriceId add_special_price(tenancy::WorkspaceTransaction& tx, SpecialPrice special);
/// Throws base::NotFound.
void remove_special_price(tenancy::WorkspaceTransaction& tx, SpecialPriceId id);

/// They follow a client whose record is merged.
crm::ClientRows special_price_rows();

} // namespace pricebook
