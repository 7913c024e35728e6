#include "modules/settings/profile.hpp"

#include <algorithm>
#include <cctype>

namespace settings
{
namespace
{

constexpr std::string_view postal_group = "356000000"; // SIREN of La Poste
constexpr std::size_t siren_digits = 9;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool are_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), is_digit);
}

int luhn_sum(std::string_view digits)
{
    int sum = 0;
    bool is_doubled = false;
    for (auto at = digits.rbegin(); at != digits.rend(); ++at) {
        const int digit = *at - '0';
        const int counted = is_doubled ? digit * 2 : digit;
        sum += counted > 9 ? counted - 9 : counted;
        is_doubled = !is_doubled;
    }
    return sum;
}

int plain_sum(std::string_view digits)
{
    int sum = 0;
    for (const char c : digits)
        sum += c - '0';
    return sum;
}

long remainder_97(std::string_view digits)
{
    long value = 0;
    for (const char c : digits)
        value = (value * 10 + (c - '0')) % 97;
    return value;
}

/// "FR" key SIREN: (12 + 3 × (SIREN mod 97)) mod 97.
bool is_french_vat_number(std::string_view rest)
{
    constexpr std::size_t key_digits = 2;
    if (rest.size() != key_digits + siren_digits) return false;
    const auto key = rest.substr(0, key_digits);
    const auto siren = rest.substr(key_digits);
    if (!are_digits(siren)) return false;
    return !are_digits(key) || remainder_97(key) == (12 + 3 * remainder_97(siren)) % 97;
}

} // namespace

std::string compact(std::string_view typed)
{
    constexpr std::string_view narrow_space = "\u202f";
    constexpr std::string_view fixed_space = "\u00a0";
    std::string kept;
    while (!typed.empty()) {
        if (typed.starts_with(narrow_space)) {
            typed.remove_prefix(narrow_space.size());
        } else if (typed.starts_with(fixed_space)) {
            typed.remove_prefix(fixed_space.size());
        } else {
            const char c = typed.front();
            if (c != ' ' && c != '.' && c != '-') kept += c;
            typed.remove_prefix(1);
        }
    }
    return kept;
}

bool is_siret(std::string_view digits)
{
    if (digits.size() != siret_digits || !are_digits(digits)) return false;
    if (luhn_sum(digits) % 10 == 0) return true;
    return digits.starts_with(postal_group) && plain_sum(digits) % 5 == 0;
}

bool is_vat_number(std::string_view number)
{
    constexpr std::size_t country_letters = 2;
    constexpr std::size_t rest_min = 2;
    constexpr std::size_t rest_max = 12;
    if (number.size() < country_letters + rest_min || number.size() > country_letters + rest_max)
        return false;
    const auto rest = number.substr(country_letters);
    if (!is_upper(number[0]) || !is_upper(number[1])) return false;
    if (!std::all_of(rest.begin(), rest.end(), [](char c) { return is_digit(c) || is_upper(c); }))
        return false;
    return !number.starts_with("FR") || is_french_vat_number(rest);
}

} // namespace settings
