#include "modules/letters/reached_letter_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/letter_link.hpp"
#include "modules/letters/letter_store.hpp"

namespace letters
{

using guard::Call;
using tenancy::WorkspaceTransaction;

bool has_link(const Call& call)
{
    return !call.actor().membership;
}

std::string client_path(const Call& call)
{
    const auto slug = "/p/" + call.context().workspace().slug;
    return has_link(call) ? slug + "/courrier/" + call.path("token")
                          : slug + "/courriers/" + call.path("letter");
}

bool may_see_letters(WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    return actor.client && actor.may("letters.read") && !crm::is_limited(tx, actor.membership);
}

ReachedLetter reached(Call& call)
{
    const auto id = has_link(call) ? letter_of_link(call.context().workspace(), call.path("token"))
                                   : std::optional{call.path_id<LetterId>("letter")};
    if (!id) throw base::NotFound{};
    return call.context().read([&](WorkspaceTransaction& tx) {
        LetterStore store{tx};
        const auto letter = store.find(*id);
        if (!letter || letter->issued == 0) throw base::NotFound{};
        const bool is_own = letter->client_id == tx.actor().client && may_see_letters(tx);
        if (!has_link(call) && !is_own) throw base::NotFound{};
        const auto issue = store.find_issue(*id, letter->issued);
        if (!issue || (has_link(call) && issue->forgotten_at)) throw base::NotFound{};
        return ReachedLetter{*letter, *issue};
    });
}

bool is_signable(const ReachedLetter& reached)
{
    return reached.letter.kind == LetterKind::contract &&
           reached.letter.state == LetterState::sent && reached.issue.file_id.has_value();
}

} // namespace letters
