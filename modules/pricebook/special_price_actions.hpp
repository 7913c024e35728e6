#pragma once

#include "modules/crm/crm.hpp"
#include "modules/pricebook/special_price.hpp"

namespace pricebook
{

/// Of a client or of a group. Refuses "pricebook.refusal.too_many_special_prices",
/// ".no_such_client", ".no_such_group", ".no_such_item".
SpecialPriceId add_special_price(tenancy::WorkspaceTransaction& tx, SpecialPrice special);
/// The same of whoever and whatever it is of: for who knows him and what he was billed. Refuses
/// ".too_many_special_prices".
SpecialPriceId write_special_price(tenancy::WorkspaceTransaction& tx, SpecialPrice special);
/// All but whose it is. An item that is no longer sold may stay. Refuses
/// "pricebook.refusal.special_changed" as a conflict when another revision was saved since,
/// ".no_such_item"; throws base::NotFound.
void save_special_price(tenancy::WorkspaceTransaction& tx, const SpecialPrice& special,
                        std::int64_t seen_revision);
/// Throws base::NotFound.
void remove_special_price(tenancy::WorkspaceTransaction& tx, SpecialPriceId id);

/// They follow a client whose record is merged.
crm::ClientRows special_price_rows();

} // namespace pricebook
