#pragma once

#include "kernel/secrets/vault.hpp"
#include "kernel/tenancy/actor.hpp"

#include <string>
#include <string_view>

namespace mail
{

/// As the database keeps it: base64 of what the vault sealed for that workspace's row.
std::string sealed_password(const secrets::Vault& vault, tenancy::WorkspaceId workspace,
                            std::string_view password);
/// Throws std::runtime_error when it was altered or sealed by a key that is not here; empty gives
/// empty.
std::string opened_password(const secrets::Vault& vault, tenancy::WorkspaceId workspace,
                            std::string_view sealed);

} // namespace mail
