#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/platform.hpp"
#include "modules/einvoicing/platform_connector.hpp"

#include <optional>
#include <string>

namespace secrets
{
class Vault;
}

namespace einvoicing
{

struct PlatformChange {
    std::string address;
    std::string token_address;
    std::string client;
    std::string secret; ///< empty = the one already kept, of the same address
    PlatformMode mode = PlatformMode::live;
};
/// A draft again: it must be tried before it is used.
void save_platform(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault,
                   const PlatformChange& change);
/// Has it tried by a job, whatever its state. Refuses "einvoicing.refusal.no_platform".
void try_platform(tenancy::WorkspaceTransaction& tx);
/// Refuses "einvoicing.refusal.not_tried".
void switch_on(tenancy::WorkspaceTransaction& tx);
void switch_off(tenancy::WorkspaceTransaction& tx);
/// Has what waits there fetched. Refuses "einvoicing.refusal.not_on".
void fetch_now(tenancy::WorkspaceTransaction& tx);

/// With its secret open; nothing when none was saved. Throws std::runtime_error when it does not
/// open.
std::optional<PlatformAccount> account_of(const Platform& platform, const secrets::Vault& vault,
                                          tenancy::WorkspaceId workspace);
/// For the settings, in French.
std::string sentence_of(const Failure& failure);

} // namespace einvoicing
