#include "modules/pricebook/item_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"

namespace pricebook
{
namespace
{

constexpr std::int64_t parts_of_a_cent = base::one_whole / 100;

std::string day_of(const std::optional<base::Date>& day)
{
    return day ? day->text() : std::string{};
}

} // namespace

Item applied(const SaveItem& typed, Item item)
{
    item.code = base::lower_ascii(typed.code.value);
    item.category = typed.category.value;
    item.name = typed.name.value;
    item.description = typed.description.value;
    item.kind = typed.kind;
    item.unit = typed.unit.value;
    item.one_off_price = typed.one_off_price;
    item.monthly_price = typed.monthly_price;
    item.annual_price = typed.annual_price;
    item.tax = typed.tax;
    item.territory = typed.territory.value_or(usual_territory(item.category));
    item.offer = typed.offer.value_or(item.offer);
    item.offered_from = typed.offered_from;
    item.offered_until = typed.offered_until;
    item.position = typed.position ? typed.position->value : 0;
    return item;
}

void check_whole(forms::Form<SaveItem>& form)
{
    for (const auto& [field, key] : flaws_of(applied(form.command, {})))
        if (form.errors.find(field) == nullptr) form.errors.add(field, key);
}

forms::Form<SaveItem> form_of(const Item& item)
{
    return {.command = {},
            .typed = {{"code", item.code},
                      {"category", item.category},
                      {"name", item.name},
                      {"description", item.description},
                      {"kind", std::string{forms::enum_name(item.kind)}},
                      {"unit", item.unit},
                      {"one_off_price", typed_price(item.one_off_price)},
                      {"monthly_price", typed_price(item.monthly_price)},
                      {"annual_price", typed_price(item.annual_price)},
                      {"tax", std::string{forms::enum_name(item.tax)}},
                      {"territory", std::string{forms::enum_name(item.territory)}},
                      {"offer", std::string{forms::enum_name(item.offer)}},
                      {"offered_from", day_of(item.offered_from)},
                      {"offered_until", day_of(item.offered_until)},
                      {"position", item.position == 0 ? "" : std::to_string(item.position)},
                      {"version", std::to_string(item.revision)}},
            .errors = {}};
}

std::string typed_price(const std::optional<base::UnitPrice>& price)
{
    if (!price) return {};
    const bool has_cents_only = price->value % parts_of_a_cent == 0;
    const auto written = has_cents_only ? base::plain_decimal(price->value / parts_of_a_cent, 2)
                                        : base::plain_decimal(price->value, base::decimal_places);
    return base::replace_all(written, ".", ",");
}

} // namespace pricebook
