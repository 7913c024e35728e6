#include "modules/letters/reached_letter_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/letter_link.hpp"
#include "modules/letters/letter_store.hpp"

namespace letters
{

using guard::Call;
using tenancy::WorkspaceTransaction;

namespace
{

LinkedIssue asked_by_link(const Call& call)
{
    const auto linked = issue_of_link(call.context().workspace(), call.path("token"));
    if (!linked) throw base::NotFound{};
    return *linked;
}

/// The address the mail went to is the address of the last version too.
bool goes_to_the_same(LetterStore& store, const LinkedIssue& linked, const Issue& last)
{
    if (last.to_email.empty() || last.forgotten_at) return false;
    if (linked.issue == last.issue) return true;
    const auto mailed = store.find_issue(linked.letter, linked.issue);
    return mailed && base::lower_ascii(mailed->to_email) == base::lower_ascii(last.to_email);
}

/// Of a letter that left.
ReachedLetter last_issue(LetterStore& store, LetterId id)
{
    const auto letter = store.find(id);
    if (!letter || letter->issued == 0) throw base::NotFound{};
    const auto issue = store.find_issue(id, letter->issued);
    if (!issue) throw base::NotFound{};
    return {*letter, *issue};
}

ReachedLetter reached_by_link(WorkspaceTransaction& tx, const LinkedIssue& linked)
{
    LetterStore store{tx};
    auto last = last_issue(store, linked.letter);
    if (!goes_to_the_same(store, linked, last.issue)) throw base::NotFound{};
    return last;
}

ReachedLetter reached_in_portal(WorkspaceTransaction& tx, LetterId id)
{
    LetterStore store{tx};
    auto last = last_issue(store, id);
    if (last.letter.client_id != tx.actor().client || !may_see_letters(tx)) throw base::NotFound{};
    return last;
}

} // namespace

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
    if (has_link(call)) {
        const auto linked = asked_by_link(call);
        return call.context().read(
            [&](WorkspaceTransaction& tx) { return reached_by_link(tx, linked); });
    }
    const auto id = call.path_id<LetterId>("letter");
    return call.context().read([&](WorkspaceTransaction& tx) { return reached_in_portal(tx, id); });
}

bool is_signable(const ReachedLetter& reached)
{
    return reached.letter.kind == LetterKind::contract &&
           reached.letter.state == LetterState::sent && reached.issue.file_id.has_value();
}

} // namespace letters
