#pragma once

#include "kernel/files/files.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/letters/letter.hpp"

namespace letters
{

/// Draws the papers of what left and has none yet, keeps them, mails those that go by mail; the
/// payload is the id of a letter. Again changes nothing.
void run_issue(tenancy::Context& context, const jobs::Job& job);
/// Papers are read at the pages of their letters alone.
void guard_paper(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace letters
