#pragma once

#include "kernel/tenancy/actor.hpp"
#include "modules/pricebook/version.hpp"

#include <string>
#include <string_view>
#include <vector>

/// How pages say what a price book holds.
namespace pricebook
{

/// Of the workspace's preset.
base::Currency currency_of(const tenancy::Workspace& workspace);
/// « € », « $ ».
std::string currency_sign(base::Currency currency);

/// « 60,00 €/h »; « 25,00 €/mois » and « 250,00 €/an »: one to three.
std::vector<std::string> prices_in_words(const Item& item, base::Currency currency);
std::string kind_words(PriceKind kind);
std::string tax_words(TaxChoice tax);
std::string territory_words(Territory territory);
std::string offer_words(OfferState offer);
std::string field_words(std::string_view field);
/// A value as changes keep it; « rien » for none.
std::string value_words(std::string_view field, const std::string& value, base::Currency currency);

} // namespace pricebook
