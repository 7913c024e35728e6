#include "kernel/base/official_numbers.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>

namespace base
{
namespace
{

constexpr std::size_t typed_bytes_max = 100;
constexpr std::string_view la_poste = "356000000";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// Empty for what is too long to be one.
std::string bare(std::string_view typed)
{
    return typed.size() > typed_bytes_max ? std::string{} : bare_number(typed);
}

bool is_digits(std::string_view text, std::size_t count)
{
    return text.size() == count && std::ranges::all_of(text, is_digit);
}

int digit_sum(std::string_view digits)
{
    int sum = 0;
    for (const char c : digits)
        sum += c - '0';
    return sum;
}

bool obeys_luhn(std::string_view digits)
{
    int sum = 0;
    bool is_doubled = false;
    for (auto c = digits.rbegin(); c != digits.rend(); ++c, is_doubled = !is_doubled) {
        const int digit = *c - '0';
        const int doubled = digit * 2 - (digit > 4 ? 9 : 0);
        sum += is_doubled ? doubled : digit;
    }
    return sum % 10 == 0;
}

int modulo(std::string_view digits, int divisor)
{
    int rest = 0;
    for (const char c : digits)
        rest = (rest * 10 + (c - '0')) % divisor;
    return rest;
}

int number(std::string_view digits)
{
    return modulo(digits, 1'000'000'000);
}

std::string french_key(std::string_view siren)
{
    const auto key = (12 + 3 * modulo(siren, 97)) % 97;
    return (key < 10 ? "0" : "") + std::to_string(key);
}

/// 9 a digit, A a letter, X either, others themselves.
bool has_shape(std::string_view text, std::string_view shape)
{
    return std::ranges::equal(text, shape, [](char c, char wanted) {
        if (wanted == '9') return is_digit(c);
        if (wanted == 'A') return is_letter(c);
        if (wanted == 'X') return is_digit(c) || is_letter(c);
        return c == wanted;
    });
}

struct Shape {
    std::string_view country;
    std::string_view shape;
};
constexpr std::array<Shape, 46> vat_shapes{
    Shape{"AT", "U99999999"},    Shape{"BE", "0999999999"},   Shape{"BE", "1999999999"},
    Shape{"BG", "999999999"},    Shape{"BG", "9999999999"},   Shape{"CY", "99999999A"},
    Shape{"CZ", "99999999"},     Shape{"CZ", "999999999"},    Shape{"CZ", "9999999999"},
    Shape{"DE", "999999999"},    Shape{"DK", "99999999"},     Shape{"EE", "999999999"},
    Shape{"EL", "999999999"},    Shape{"ES", "A9999999X"},    Shape{"ES", "99999999A"},
    Shape{"FI", "99999999"},     Shape{"FR", "XX999999999"},  Shape{"HR", "99999999999"},
    Shape{"HU", "99999999"},     Shape{"IE", "9X99999A"},     Shape{"IE", "9999999AA"},
    Shape{"IT", "99999999999"},  Shape{"LT", "999999999"},    Shape{"LT", "999999999999"},
    Shape{"LU", "99999999"},     Shape{"LV", "99999999999"},  Shape{"MT", "99999999"},
    Shape{"NL", "999999999B99"}, Shape{"PL", "9999999999"},   Shape{"PT", "999999999"},
    Shape{"RO", "99"},           Shape{"RO", "999"},          Shape{"RO", "9999"},
    Shape{"RO", "99999"},        Shape{"RO", "999999"},       Shape{"RO", "9999999"},
    Shape{"RO", "99999999"},     Shape{"RO", "999999999"},    Shape{"RO", "9999999999"},
    Shape{"SE", "999999999901"}, Shape{"SI", "99999999"},     Shape{"SK", "9999999999"},
    Shape{"XI", "999999999"},    Shape{"XI", "999999999999"}, Shape{"XI", "GD999"},
    Shape{"XI", "HA999"}};

/// Monaco has French numbers whose SIREN begins with 000 and obeys no rule.
bool is_french(std::string_view number)
{
    const auto key = number.substr(0, 2);
    const auto siren = number.substr(2);
    if (key.find_first_of("IO") != std::string_view::npos || digit_sum(siren) == 0) return false;
    if (!siren.starts_with("000") && !obeys_luhn(siren)) return false;
    return !is_digits(key, 2) || key == french_key(siren);
}

bool has_right_key(std::string_view country, std::string_view digits)
{
    if (country == "FR") return is_french(digits);
    if (country == "BE")
        return number(digits.substr(0, 8)) != 0 &&
               number(digits.substr(8)) == 97 - modulo(digits.substr(0, 8), 97);
    if (country == "IT") return obeys_luhn(digits);
    if (country == "LU") return number(digits.substr(6)) == modulo(digits.substr(0, 6), 89);
    return true;
}

struct Length {
    std::string_view country;
    std::size_t characters;
};
constexpr std::array<Length, 37> iban_lengths{
    Length{"AD", 24}, Length{"AT", 20}, Length{"BE", 16}, Length{"BG", 22}, Length{"CH", 21},
    Length{"CY", 28}, Length{"CZ", 24}, Length{"DE", 22}, Length{"DK", 18}, Length{"EE", 20},
    Length{"ES", 24}, Length{"FI", 18}, Length{"FR", 27}, Length{"GB", 22}, Length{"GI", 23},
    Length{"GR", 27}, Length{"HR", 21}, Length{"HU", 28}, Length{"IE", 22}, Length{"IS", 26},
    Length{"IT", 27}, Length{"LI", 21}, Length{"LT", 20}, Length{"LU", 20}, Length{"LV", 21},
    Length{"MC", 27}, Length{"MT", 31}, Length{"NL", 18}, Length{"NO", 15}, Length{"PL", 28},
    Length{"PT", 25}, Length{"RO", 24}, Length{"SE", 24}, Length{"SI", 19}, Length{"SK", 24},
    Length{"SM", 27}, Length{"VA", 22}};

bool has_its_length(std::string_view iban)
{
    const auto known = std::ranges::find(iban_lengths, iban.substr(0, 2), &Length::country);
    if (known != iban_lengths.end()) return iban.size() == known->characters;
    return iban.size() >= 15 && iban.size() <= 34;
}

/// The first four characters come last, letters count from 10.
int iban_rest(std::string_view iban)
{
    int rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        rest = is_digit(c) ? rest * 10 + (c - '0') : rest * 100 + (c - 'A' + 10);
        rest %= 97;
    }
    return rest;
}

} // namespace

std::string bare_number(std::string_view typed)
{
    auto text = std::string{typed};
    for (const auto* space : {"\u00A0", "\u202F", "\u2009", "\u2011"})
        text = replace_all(std::move(text), space, "");
    std::erase_if(text, [](char c) { return c == ' ' || c == '.' || c == '-' || c == '\t'; });
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::optional<Siren> Siren::parse(std::string_view typed)
{
    auto text = bare(typed);
    if (!is_digits(text, 9) || !obeys_luhn(text) || digit_sum(text) == 0) return {};
    return Siren{std::move(text)};
}

std::optional<Siret> Siret::parse(std::string_view typed)
{
    auto text = bare(typed);
    if (!is_digits(text, 14) || !Siren::parse(std::string_view{text}.substr(0, 9))) return {};
    const bool is_post_office = text.starts_with(la_poste) && digit_sum(text) % 5 == 0;
    if (!obeys_luhn(text) && !is_post_office) return {};
    return Siret{std::move(text)};
}

std::optional<VatNumber> VatNumber::parse(std::string_view typed)
{
    auto text = bare(typed);
    if (text.size() < 4) return {};
    const auto country = std::string_view{text}.substr(0, 2);
    const auto digits = std::string_view{text}.substr(2);
    const bool is_shaped = std::ranges::any_of(vat_shapes, [&](const Shape& each) {
        return each.country == country && has_shape(digits, each.shape);
    });
    // Zeros obey most rules.
    const bool is_empty = digits.find_first_of("123456789") == std::string_view::npos;
    if (!is_shaped || is_empty || !has_right_key(country, digits)) return {};
    return VatNumber{std::move(text)};
}

VatNumber french_vat_number(const Siren& siren)
{
    return {"FR" + french_key(siren.value) + siren.value};
}

std::optional<Iban> Iban::parse(std::string_view typed)
{
    auto text = bare(typed);
    if (text.size() < 15 || !has_shape(std::string_view{text}.substr(0, 4), "AA99")) return {};
    const bool is_plain =
        std::ranges::all_of(text, [](char c) { return is_digit(c) || is_letter(c); });
    if (!is_plain || !has_its_length(text) || iban_rest(text) != 1) return {};
    return Iban{std::move(text)};
}

std::optional<Neq> Neq::parse(std::string_view typed)
{
    auto text = bare(typed);
    constexpr std::array<std::string_view, 4> beginnings{"11", "22", "33", "88"};
    const bool is_known = std::ranges::any_of(
        beginnings, [&](std::string_view each) { return text.starts_with(each); });
    if (!is_digits(text, 10) || !is_known) return {};
    return Neq{std::move(text)};
}

std::optional<TpsNumber> TpsNumber::parse(std::string_view typed)
{
    auto text = bare(typed);
    if (!has_shape(text, "999999999RT9999") || !obeys_luhn(std::string_view{text}.substr(0, 9)))
        return {};
    return TpsNumber{std::move(text)};
}

std::optional<TvqNumber> TvqNumber::parse(std::string_view typed)
{
    auto text = bare(typed);
    if (!has_shape(text, "9999999999TQ9999")) return {};
    return TvqNumber{std::move(text)};
}

} // namespace base
