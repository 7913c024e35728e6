#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/forms/money_types.hpp"
#include "modules/pricebook/promo_code_actions.hpp"

#include <boost/describe/class.hpp>

namespace pricebook
{

struct SavePromoCode {
    forms::Text<1, code_length_max> code;
    CodeEffect effect = CodeEffect::percent_off;
    std::optional<base::Rate> percent;
    std::optional<base::Cents> amount;
    base::Date starts_on;
    std::optional<base::Date> ends_on;
    std::optional<forms::Number<1, code_uses_max>> uses_max;
    std::optional<forms::Number<1, code_uses_max>> client_uses_max;
    std::optional<tenancy::ClientId> client; ///< none = everybody
    std::vector<ItemId> items;               ///< none = everything
    bool adds_up = false;
    forms::Text<1, code_reason_length_max> reason;
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< as the page showed it
};
BOOST_DESCRIBE_STRUCT(SavePromoCode, (),
                      (code, effect, percent, amount, starts_on, ends_on, uses_max, client_uses_max,
                       client, items, adds_up, reason, version))

/// Adds what one field alone does not say wrong.
void check_whole(forms::Form<SavePromoCode>& form);
/// Without its id, its author and its time. What the effect does not want is left out.
WrittenCode code_of(const SavePromoCode& typed);
/// One that is saved, as its form shows it.
forms::Form<SavePromoCode> form_of(const WrittenCode& written);

} // namespace pricebook
