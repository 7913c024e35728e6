#pragma once

#include "kernel/guard/call.hpp"

#include <cstdint>

/// « Clients › Importer ».
namespace crm
{

/// More than a file may have, so that one a little too large is refused beside its field.
inline constexpr std::uint64_t import_form_bytes_max = 12'000'000;

http::Response list_imports(guard::Call& call);
http::Response create_import(guard::Call& call);
http::Response show_import(guard::Call& call);
http::Response update_import(guard::Call& call);
http::Response delete_import(guard::Call& call);
/// The lines that were not taken, with their reasons, as CSV.
http::Response export_problems(guard::Call& call);

} // namespace crm
