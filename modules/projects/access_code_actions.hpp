#pragma once

#include "kernel/secrets/vault.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/projects/access_code.hpp"

#include <string>

namespace projects
{

struct NewAccessCode {
    std::string label;
    std::string code; ///< as it is typed at the gate
};
/// These throw base::NotFound for a project or a code this workspace does not hold.
/// Kept sealed. Refuses "projects.code.refusal.full" beyond access_codes_max.
AccessCodeId add_access_code(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault,
                             ProjectId project, const NewAccessCode& code);
/// The journal keeps who saw which one, not what it says.
RevealedCode reveal_access_code(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault,
                                ProjectId project, AccessCodeId code);
void remove_access_code(tenancy::WorkspaceTransaction& tx, ProjectId project, AccessCodeId code);

} // namespace projects
