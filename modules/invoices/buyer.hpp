#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>

namespace invoices
{

/// A client as the norm of e-invoices names him, beside what his record says.
struct Buyer {
    bool is_business = false;
    std::string siren;      ///< 9 digits, or empty
    std::string vat_number; ///< as base::VatNumber writes it, or empty
    std::string street;
    std::string postal_code;
    std::string city;
    std::string country; ///< ISO 3166-1, two capital letters
    std::string email;
};

/// JSON, kept with what was issued.
std::string frozen(const Buyer& buyer);
/// Throws on anything but what `frozen` writes.
Buyer buyer_from(const std::string& text);

/// « France », « fr », nothing → "FR"; the code of a country near France by its French name, or as
/// two letters; empty for another.
std::string country_code(const std::string& typed);

} // namespace invoices
