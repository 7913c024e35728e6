#pragma once

#include "kernel/guard/site.hpp"

namespace guard
{

/// For jobs, which have no site: the kinds its modules registered. Site::seal calls it, before any
/// thread; again replaces (tests).
void remember_subjects(const std::vector<SubjectKind>& subjects);

/// Those of the ids that the actor may see now; none for a kind nobody registered. At most 100 ids.
SubjectKind::Lines subject_lines(tenancy::WorkspaceTransaction& tx, std::string_view kind,
                                 const std::vector<std::int64_t>& ids);

} // namespace guard
