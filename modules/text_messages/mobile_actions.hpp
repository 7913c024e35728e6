#pragma once

#include "kernel/tenancy/context.hpp"

#include <string>

namespace text_messages
{

/// The actor's own; empty takes it away.
void save_mobile(tenancy::WorkspaceTransaction& tx, const std::string& mobile);

} // namespace text_messages
