#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Where a business goes to its clients, told by how their postal codes begin.
namespace crm
{

inline constexpr std::size_t zone_prefixes_max = 200;
inline constexpr std::size_t zone_prefix_length_max = 10;

struct ServiceZone {
    std::vector<std::string> prefixes; ///< large letters and digits, sorted; none: everywhere

    std::string text() const; ///< a line each
    friend bool operator==(const ServiceZone&, const ServiceZone&) = default;
};
/// Large letters and digits alone: « g4t 1a1 » is « G4T1A1 ».
std::string plain_postal_code(std::string_view typed);
/// A postal code nobody wrote is covered: nothing says that it is elsewhere.
bool covers(const ServiceZone& zone, std::string_view postal_code);

/// A zone as typed, between commas, semicolons or ends of line; a star at the end says what a
/// prefix says anyhow.
struct TypedZone {
    ServiceZone zone;
    std::string wrong; ///< the first piece that begins no postal code; empty: none
};
TypedZone typed_zone(std::string_view typed);

} // namespace crm
