#pragma once

#include "kernel/files/files.hpp"
#include "kernel/jobs/jobs.hpp"

namespace quotes
{

/// The paper of a quote that was just sent, then its mail.
inline constexpr const char* issue_job = "quotes.issue";
void run_issue(tenancy::Context& context, const jobs::Job& job);

/// Owner of the papers of sent quotes, in the store of files.
inline constexpr const char* quote_papers = "quote_paper";
/// They are read at the address of their quote alone.
void guard_paper(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace quotes
