#pragma once

#include "kernel/guard/call.hpp"

namespace files
{

/// « Réglages › Stockage »: how much room is taken.
http::Response show_storage(guard::Call& call);

} // namespace files
