#pragma once

#include <cstdint>
#include <string>

namespace settings
{

/// What a business says of itself, less what the workspace itself holds (trade name, time zone,
/// colour).
struct Profile {
    std::string legal_name;
    std::string siret;      ///< 14 digits, or empty
    std::string vat_number; ///< as base::VatNumber writes it, or empty
    std::string neq;        ///< of Québec: as base::Neq writes it, or empty
    std::string tps_number; ///< as base::TpsNumber writes it, or empty
    std::string tvq_number; ///< as base::TvqNumber writes it, or empty
    std::string address;
    std::string postal_code;
    std::string city;
    std::string phone;
    std::string email;
    std::string website;
    std::int64_t version = 0; ///< 0 = never saved
};

} // namespace settings
