#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/ledger/verdict.hpp"

#include <string>

namespace ledger
{

/// Into the journal of the system and the audit: who took the archive of that closing.
void trace_archive(tenancy::WorkspaceTransaction& tx, std::int64_t closing,
                   const std::string& name);
/// Into the audit: who asked, and how many records were right.
void trace_verification(tenancy::WorkspaceTransaction& tx, const Verdict& verdict);

} // namespace ledger
