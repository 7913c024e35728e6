#pragma once

#include "kernel/guard/call.hpp"

namespace progress
{

/// GET …/fiches/{sheet}/pdf of both sides: the sheet as it is now, on A4.
http::Response export_sheet(guard::Call& call);

} // namespace progress
