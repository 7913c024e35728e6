#pragma once

#include "kernel/mail/suspension.hpp"

#include <optional>

namespace mail
{

/// Of an address in lower case.
std::optional<Suspension> suspension_row(tenancy::WorkspaceTransaction& tx, std::string_view email);
/// Again replaces.
void write_suspension(tenancy::WorkspaceTransaction& tx, const Suspension& suspension);
/// False when there was none.
bool delete_suspension(tenancy::WorkspaceTransaction& tx, std::string_view email);

} // namespace mail
