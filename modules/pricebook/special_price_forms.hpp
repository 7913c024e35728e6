#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/forms/money_types.hpp"
#include "modules/pricebook/special_price.hpp"

#include <boost/describe/class.hpp>

namespace pricebook
{

struct SaveSpecialPrice {
    std::optional<tenancy::ClientId> client;
    std::optional<GroupId> group; ///< one of the two
    std::optional<ItemId> item;   ///< none = everything
    Effect effect = Effect::percent_off;
    std::optional<base::Rate> percent;
    std::optional<base::UnitPrice> price;
    base::Date starts_on;
    std::optional<base::Date> ends_on;
    bool adds_up = false;
    forms::Text<1, reason_length_max> reason;
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< as the page showed it
};
BOOST_DESCRIBE_STRUCT(SaveSpecialPrice, (),
                      (client, group, item, effect, percent, price, starts_on, ends_on, adds_up,
                       reason, version))

/// Adds what one field alone does not say wrong.
void check_whole(forms::Form<SaveSpecialPrice>& form);
/// Without its id, its author and its time. What the effect does not want is left out.
SpecialPrice special_of(const SaveSpecialPrice& typed);
/// One that is saved, as its form shows it.
forms::Form<SaveSpecialPrice> form_of(const SpecialPrice& special);

} // namespace pricebook
