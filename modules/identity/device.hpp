#pragma once

#include <string>
#include <string_view>

namespace identity
{

/// A browser in words a person recognises: « Firefox sur Windows ». « Appareil inconnu » for what
/// says nothing.
std::string device_name(std::string_view user_agent);

} // namespace identity
