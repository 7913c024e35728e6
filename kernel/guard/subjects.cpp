#include "kernel/guard/subjects.hpp"

#include <algorithm>

namespace guard
{
namespace
{

std::vector<SubjectKind>& known()
{
    static std::vector<SubjectKind> the_kinds;
    return the_kinds;
}

} // namespace

void remember_subjects(const std::vector<SubjectKind>& subjects)
{
    known() = subjects;
}

SubjectKind::Lines subject_lines(tenancy::WorkspaceTransaction& tx, std::string_view kind,
                                 const std::vector<std::int64_t>& ids)
{
    const auto found = std::ranges::find(known(), kind, &SubjectKind::kind);
    return found == known().end() ? SubjectKind::Lines{} : found->lines(tx, ids);
}

} // namespace guard
