#pragma once

#include <string>

namespace demonstration
{

/// The logo of the demonstration, a lighthouse: a PNG, the same at each call.
std::string draw_emblem();

} // namespace demonstration
