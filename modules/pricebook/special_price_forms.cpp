#include "modules/pricebook/special_price_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "modules/pricebook/item_forms.hpp"

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
    if (typed.client.has_value() == typed.group.has_value())
        add(typed.client ? "group" : "client",
            typed.client ? "pricebook.error.two_holders" : "pricebook.error.no_holder");
    if (typed.adds_up && typed.effect != Effect::percent_off)
        add("adds_up", "pricebook.error.adds_up");
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
    return {.client_id = typed.client.value_or(tenancy::ClientId{}),
            .group_id = typed.group,
            .item_id = typed.item,
            .effect = typed.effect,
            .percent = is_percent ? typed.percent : std::nullopt,
            .price = is_fixed ? typed.price : std::nullopt,
            .starts_on = typed.starts_on,
            .ends_on = typed.ends_on,
            .adds_up = typed.adds_up,
            .reason = typed.reason.value};
}

forms::Form<SaveSpecialPrice> form_of(const SpecialPrice& special)
{
    const auto day = special.ends_on ? special.ends_on->text() : std::string{};
    auto percent = special.percent
                       ? base::shortest_decimal(special.percent->value, base::decimal_places)
                       : std::string{};
    return {.command = {},
            .typed = {{"client", special.client_id ? special.client_id.text() : std::string{}},
                      {"group", special.group_id ? special.group_id->text() : std::string{}},
                      {"item", special.item_id ? special.item_id->text() : std::string{}},
                      {"effect", std::string{forms::enum_name(special.effect)}},
                      {"percent", base::replace_all(std::move(percent), ".", ",")},
                      {"price", typed_price(special.price)},
                      {"starts_on", special.starts_on.text()},
                      {"ends_on", day},
                      {"adds_up", special.adds_up ? "on" : ""},
                      {"reason", special.reason},
                      {"version", std::to_string(special.revision)}},
            .errors = {}};
}

} // namespace pricebook
