#include "modules/ledger/trace_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "modules/ledger/ledger.hpp"

namespace ledger
{

void trace_archive(tenancy::WorkspaceTransaction& tx, std::int64_t closing, const std::string& name)
{
    note(tx, Incident::exported, std::to_string(closing));
    audit::append(tx, {.action = "ledger.exported",
                       .subject_kind = "closing",
                       .subject = closing,
                       .changes = {{"name", "", name}}});
}

void trace_verification(tenancy::WorkspaceTransaction& tx, const Verdict& verdict)
{
    audit::append(tx, {.action = "ledger.verified",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"records", "", std::to_string(verdict.checked)}}});
}

} // namespace ledger
