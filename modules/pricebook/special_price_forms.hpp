#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/forms/money_types.hpp"
#include "modules/pricebook/special_price.hpp"

#include <boost/describe/class.hpp>

namespace pricebook
{

struct SaveSpecialPrice {
    tenancy::ClientId client;
    std::optional<ItemId> item; ///< none = everything
    Effect effect = Effect::percent_off;
    std::optional<base::Rate> percent;
    std::optional<base::UnitPrice> price;
    base::Date starts_on;
    std::optional<base::Date> ends_on;
    forms::Text<1, reason_length_max> reason;
};
BOOST_DESCRIBE_STRUCT(SaveSpecialPrice, (),
                      (client, item, effect, percent, price, starts_on, ends_on, reason))

/// Adds what one field alone does not say wrong.
void check_whole(forms::Form<SaveSpecialPrice>& form);
/// Without its id, its author and its time. What the effect does not want is left out.
SpecialPrice special_of(const SaveSpecialPrice& typed);

} // namespace pricebook
