#pragma once

#include "modules/portability/portability.hpp"

namespace portability
{

bool is_installed();
/// Throws std::runtime_error where nothing was installed.
const Workshop& workshop();

} // namespace portability
