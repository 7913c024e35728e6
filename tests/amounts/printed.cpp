#include "tests/amounts/printed.hpp"

#include "kernel/base/typed_number.hpp"

namespace printed_amounts
{

using namespace billing;

std::string in_quotes(std::string_view text)
{
    return '"' + std::string{text} + '"';
}

std::string decimal(std::int64_t scaled)
{
    return in_quotes(base::plain_decimal(scaled, base::decimal_places));
}

std::string amount(base::Cents cents)
{
    return in_quotes(base::plain_amount(cents));
}

namespace
{

std::string text_of(const Treatment& treatment)
{
    return "{\"category\":" + in_quotes(code_of(treatment.category)) +
           ",\"exemption\":" + in_quotes(facts_of(treatment.exemption).name) + ",\"taxes\":" +
           list(treatment.taxes,
                [](const TaxRate& tax) {
                    return '[' + in_quotes(tax.code) + ',' + decimal(tax.rate.value) + ']';
                }) +
           '}';
}

std::string text_of(const Size& size)
{
    if (const auto* rate = std::get_if<base::Rate>(&size))
        return "{\"percent\":" + decimal(rate->value) + '}';
    return "{\"amount\":" + amount(std::get<base::Cents>(size)) + '}';
}

std::string text_of(const Line& line)
{
    return "{\"key\":" + std::to_string(line.key) +
           ",\"quantity\":" + decimal(line.quantity.value) +
           ",\"price\":" + decimal(line.unit_price.value) +
           ",\"discount\":" + text_of(line.discount) + ",\"treatment\":" + text_of(line.treatment) +
           ",\"counted\":" + (line.presence == Presence::counted ? "true" : "false") + '}';
}

std::string text_of(const Adjustment& adjustment)
{
    return std::string{"{\"direction\":"} +
           (adjustment.direction == Direction::charge ? "\"charge\"" : "\"discount\"") +
           ",\"size\":" + text_of(adjustment.size) + ",\"treatment\":" +
           (adjustment.treatment ? text_of(*adjustment.treatment) : std::string{"null"}) + '}';
}

} // namespace

std::string text_of(const Document& document)
{
    const auto text = [](const auto& item) { return text_of(item); };
    return "{\"currency\":" + in_quotes(base::currency_code(document.currency)) +
           ",\"prices\":" + (document.prices == Prices::gross ? "\"gross\"" : "\"net\"") +
           ",\"lines\":" + list(document.lines, text) +
           ",\"adjustments\":" + list(document.adjustments, text) + '}';
}

} // namespace printed_amounts
