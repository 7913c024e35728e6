#pragma once

#include "kernel/guard/call.hpp"

#include <cstdint>

namespace crm
{

/// Clients of one file. About 20 MB of memory while it is made.
inline constexpr std::int64_t export_clients_max = 100'000;

/// The filtered list as CSV: what the import reads back as it was.
http::Response export_clients(guard::Call& call);

} // namespace crm
