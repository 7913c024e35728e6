#include "modules/letters/letter_listeners.hpp"

#include "kernel/audit/erasure.hpp"
#include "kernel/base/text.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_index.hpp"
#include "modules/letters/letter_pictures.hpp"

namespace letters
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

RowIds move_letters(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return LetterStore{tx}.move_client(from, into);
}

void return_letters(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        LetterStore{tx}.return_client(row, from, into);
}

} // namespace

void on_person_erased(WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    LetterStore store{tx};
    const auto email = base::lower_ascii(fact.email);
    for (const auto id : store.about(email, fact.name)) {
        const auto letter = letter_by_id(tx, id);
        store.forget(id, email, fact.name);
        if (letter.issued == 0) {
            search::remove(tx, names_of(letter));
            remove_unused(tx, pictures_of(id), {});
        }
        audit::erase_payloads_about(tx, "letter", id.value);
        touch_letter(tx, id);
    }
}

crm::ClientRows letter_rows()
{
    return {"letters_letter", move_letters, return_letters};
}

} // namespace letters
