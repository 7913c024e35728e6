#pragma once

#include "kernel/auth/people.hpp"

#include <vector>

namespace auth
{

/// What a person agreed to for this workspace, newest first; what he agreed to for others is
/// theirs.
std::vector<GivenConsent> agreements_of(tenancy::WorkspaceTransaction& tx,
                                        tenancy::PersonId person);

} // namespace auth
