#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace settings
{

/// What a business says of itself, less what the workspace itself holds (trade name, time zone,
/// colour).
struct Profile {
    std::string legal_name;
    std::string siret; ///< 14 digits, or empty
    std::string vat_number;
    std::string address;
    std::string postal_code;
    std::string city;
    std::string phone;
    std::string email;
    std::string website;
    std::int64_t version = 0; ///< 0 = never saved
};

constexpr std::size_t siret_digits = 14;

/// Without the spaces, dots and dashes people type between groups.
std::string compact(std::string_view typed);

/// Whether 14 digits are a SIRET: the sum of Luhn; La Poste's own (SIREN 356 000 000) sums its
/// digits to a multiple of 5.
bool is_siret(std::string_view digits);

/// Two letters of a country and 2 to 12 letters or digits; French ones also have the right key when
/// it is made of digits.
bool is_vat_number(std::string_view number);

} // namespace settings
