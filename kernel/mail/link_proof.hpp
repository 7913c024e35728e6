#pragma once

#include "kernel/tenancy/actor.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace mail
{

/// What only this installation can compute, and a link in a mail carries: who holds the link may
/// open that one thing of the workspace without an account. 16 raw bytes; nothing of it is stored.
/// Compare with base::equal_in_constant_time.
std::string link_proof(const tenancy::Workspace& workspace, std::string_view kind,
                       std::int64_t subject);

} // namespace mail
