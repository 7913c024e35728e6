#include "modules/letters/letter_subject_pages.hpp"

#include "modules/letters/letter_store.hpp"

namespace letters
{

guard::SubjectKind::Lines letter_lines(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !actor.may("letters.read")) return lines;
    LetterStore store{tx};
    for (const auto id : ids)
        if (const auto letter = store.find(LetterId{id}))
            lines.emplace(id, guard::SubjectLine{.title = letter->title,
                                                 .detail = letter->number,
                                                 .path = "/courriers/" + letter->id.text()});
    return lines;
}

} // namespace letters
