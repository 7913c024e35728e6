#include "modules/pricebook/special_price_forms.hpp"

namespace pricebook
{
namespace
{

bool is_percentage(const std::optional<base::Rate>& percent)
{
    return percent && percent->value > 0 && *percent <= base::hundred_percent;
}

} // namespace

void check_whole(forms::Form<SaveSpecialPrice>& form)
{
    const auto& typed = form.command;
    const auto add = [&](std::string_view field, const char* key) {
        if (form.errors.find(field) == nullptr) form.errors.add(field, key);
    };
    if (typed.effect == Effect::percent_off && !is_percentage(typed.percent))
        add("percent", "pricebook.error.percent");
    if (typed.effect == Effect::fixed && !typed.price) add("price", "pricebook.error.no_price");
    if (typed.effect == Effect::fixed && !typed.item) add("item", "pricebook.error.fixed_of_all");
    if (typed.price && *typed.price > price_max) add("price", "pricebook.error.price_too_large");
    if (typed.ends_on && *typed.ends_on < typed.starts_on)
        add("ends_on", "pricebook.error.ends_before");
}

SpecialPrice special_of(const SaveSpecialPrice& typed)
{
    const bool is_fixed = typed.effect == Effect::fixed;
    const bool is_percent = typed.effect == Effect::percent_off;
    return {.client_id = typed.client,
            .item_id = typed.item,
            .effect = typed.effect,
            .percent = is_percent ? typed.percent : std::nullopt,
            .price = is_fixed ? typed.price : std::nullopt,
            .starts_on = typed.starts_on,
            .ends_on = typed.ends_on,
            .reason = typed.reason.value};
}

} // namespace pricebook
