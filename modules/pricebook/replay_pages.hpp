#pragma once

#include "kernel/guard/call.hpp"

namespace pricebook
{

/// The last twelve months of invoices at the prices of a version. Nothing is written.
http::Response show_replay(guard::Call& call);
http::Response export_replay_csv(guard::Call& call);

} // namespace pricebook
