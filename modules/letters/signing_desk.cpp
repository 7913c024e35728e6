#include "modules/letters/signing_desk.hpp"

#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_words.hpp"
#include "modules/letters/opened_letter_pages.hpp"

namespace letters
{
namespace
{

signatures::Signer signer_of(guard::Call& call, const Issue& issue)
{
    if (has_link(call)) return {.name = issue.to_name, .email = issue.to_email, .membership = {}};
    const auto& actor = call.actor();
    const auto session = call.signed_in();
    return {.name = actor.name,
            .email = session ? session->person.email : std::string{},
            .membership = actor.membership};
}

} // namespace

signatures::Desk desk_of(guard::Call& call, const ReachedLetter& found)
{
    const auto path = client_path(call);
    return {.shown = {.kind = letter_files,
                      .document = found.letter.id.value,
                      .version = found.issue.issue,
                      .number = found.letter.number,
                      .title = kind_words(found.letter.kind) + " " + found.letter.number,
                      .pdf = drawn_again(call, found.issue)},
            .signer = signer_of(call, found.issue),
            .proof = has_link(call) ? signatures::Proof::code : signatures::Proof::none,
            .sign = path + "/signature",
            .ask_code = path + "/signature/code"};
}

} // namespace letters
