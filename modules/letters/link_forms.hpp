#pragma once

#include <string>
#include <string_view>

namespace letters
{

/// As it is kept: "https://…" or "mailto:…" that leads somewhere; empty for anything else.
std::string address_of(std::string_view typed);

} // namespace letters
