#pragma once

#include "kernel/guard/call.hpp"

#include <cstdint>

namespace crm
{

/// Clients of one file.
inline constexpr std::int64_t export_clients_max = 100'000;

/// The filtered list as CSV: what the import reads back as it was.
http::Response export_clients(guard::Call& call);
/// The same rows as a workbook (XLSX) whose cells are texts.
http::Response export_workbook(guard::Call& call);

} // namespace crm
