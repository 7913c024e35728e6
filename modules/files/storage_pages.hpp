#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"

#include <cstdint>
#include <vector>

namespace files
{

/// « Réglages › Stockage »: how much room is taken.
http::Response show_storage(guard::Call& call);

/// The line of a notification about the room.
guard::SubjectKind::Lines room_lines(tenancy::WorkspaceTransaction& tx,
                                     const std::vector<std::int64_t>& ids);
/// On « Ma journée » of who may change the settings, while room is short.
html::Html room_panel(guard::Call& call);

} // namespace files
