#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The websites that may show the button. Pure.
namespace client_entry
{

inline constexpr std::size_t sites_max = 5;

/// « https://www.Armor.example/contact » → « https://www.armor.example »: scheme, host, and the
/// port when it is not 443. Nothing for anything else than https with a host name: what it gives
/// goes into a header as it is.
std::optional<std::string> origin_of(std::string_view typed);

/// What the page of the button says of who may frame it.
std::string frame_policy(const std::vector<std::string>& origins);

} // namespace client_entry
