#pragma once

#include "kernel/files/files.hpp"
#include "kernel/jobs/jobs.hpp"

namespace invoices
{

/// The paper of an invoice that was just issued, then its mail.
inline constexpr const char* issue_job = "invoices.issue";
void run_issue(tenancy::Context& context, const jobs::Job& job);

/// Owner of the papers of issued invoices, in the store of files.
inline constexpr const char* invoice_papers = "invoice_paper";
/// They are read at the address of their invoice alone.
void guard_paper(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace invoices
