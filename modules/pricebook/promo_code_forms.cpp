#include "modules/pricebook/promo_code_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

template <class Number>
std::optional<std::int64_t> value_of(const std::optional<Number>& number)
{
    return number ? std::optional{static_cast<std::int64_t>(number->value)} : std::nullopt;
}

std::string typed_number(const std::optional<std::int64_t>& number)
{
    return number ? std::to_string(*number) : std::string{};
}

std::string with_comma(std::string decimal)
{
    return base::replace_all(std::move(decimal), ".", ",");
}

} // namespace

void check_whole(forms::Form<SavePromoCode>& form)
{
    const auto& typed = form.command;
    const auto add = [&](std::string_view field, const char* key) {
        if (form.errors.find(field) == nullptr) form.errors.add(field, key);
    };
    const bool is_percent = typed.effect == CodeEffect::percent_off;
    if (key_of_code(typed.code.value).empty()) add("code", "pricebook.error.code_word");
    if (is_percent &&
        (!typed.percent || typed.percent->value <= 0 || *typed.percent > base::hundred_percent))
        add("percent", "pricebook.error.percent");
    if (!is_percent && (!typed.amount || typed.amount->value <= 0))
        add("amount", "pricebook.error.code_amount");
    if (typed.amount && *typed.amount > code_amount_max)
        add("amount", "pricebook.error.price_too_large");
    if (typed.ends_on && *typed.ends_on < typed.starts_on)
        add("ends_on", "pricebook.error.ends_before");
    if (typed.items.size() > std::size_t{items_max}) add("items", "pricebook.refusal.no_such_item");
}

WrittenCode code_of(const SavePromoCode& typed)
{
    const bool is_percent = typed.effect == CodeEffect::percent_off;
    WrittenCode written{.code = {.code = typed.code.value,
                                 .search_key = key_of_code(typed.code.value),
                                 .client_id = typed.client,
                                 .effect = typed.effect,
                                 .percent = is_percent ? typed.percent : std::nullopt,
                                 .amount = is_percent ? std::nullopt : typed.amount,
                                 .starts_on = typed.starts_on,
                                 .ends_on = typed.ends_on,
                                 .uses_max = value_of(typed.uses_max),
                                 .client_uses_max = value_of(typed.client_uses_max),
                                 .adds_up = typed.adds_up,
                                 .reason = typed.reason.value,
                                 .stopped_at = {}},
                        .items = typed.items};
    std::ranges::sort(written.items);
    const auto again = std::ranges::unique(written.items);
    written.items.erase(again.begin(), again.end());
    return written;
}

forms::Form<SavePromoCode> form_of(const WrittenCode& written)
{
    const auto& code = written.code;
    forms::Form<SavePromoCode> form{
        .command = {},
        .typed = {{"code", code.code},
                  {"effect", std::string{forms::enum_name(code.effect)}},
                  {"percent", code.percent ? with_comma(base::shortest_decimal(
                                                 code.percent->value, base::decimal_places))
                                           : std::string{}},
                  {"amount", code.amount ? with_comma(base::plain_amount(*code.amount)) : ""},
                  {"starts_on", code.starts_on.text()},
                  {"ends_on", code.ends_on ? code.ends_on->text() : std::string{}},
                  {"uses_max", typed_number(code.uses_max)},
                  {"client_uses_max", typed_number(code.client_uses_max)},
                  {"client", code.client_id ? code.client_id->text() : std::string{}},
                  {"adds_up", code.adds_up ? "on" : ""},
                  {"reason", code.reason},
                  {"version", std::to_string(code.revision)}},
        .errors = {}};
    for (const auto item : written.items)
        form.typed.emplace_back("items", item.text());
    return form;
}

} // namespace pricebook
