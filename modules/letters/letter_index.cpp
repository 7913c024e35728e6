#include "modules/letters/letter_index.hpp"

#include "modules/letters/letter_store.hpp"
#include "modules/letters/letter_words.hpp"

namespace letters
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<search::Hit> show_to_staff(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    std::vector<search::Hit> hits;
    for (const auto& row : LetterStore{tx}.hits(ids))
        hits.push_back({.id = row.id.value,
                        .title = row.title,
                        .detail = row.client_name,
                        .path = "/courriers/" + row.id.text(),
                        .state = state_words(row.state),
                        .tone = std::string{state_tone(row.state)}});
    return hits;
}

std::vector<search::Document> read_words(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto letter = LetterStore{tx}.find(LetterId{id});
    if (!letter) return {};
    return {names_of(*letter)};
}

std::vector<std::int64_t> letter_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return LetterStore{tx}.ids(after, limit);
}

} // namespace

search::Document names_of(const Letter& letter)
{
    search::Names names;
    names.words(letter.title);
    names.words(letter.number);
    return {.kind = "letter",
            .id = letter.id.value,
            .scopes = {search::Scope::staff()},
            .terms = names.terms()};
}

search::Kind letter_search()
{
    return {.name = "letter",
            .label_key = "letters.nav",
            .client_label_key = "letters.nav",
            .icon = "mail-open",
            .permission = "letters.read",
            .order = 55,
            .to_staff = show_to_staff};
}

search::Source letter_source()
{
    return {.name = "letters.letter", .read = read_words, .ids = letter_ids};
}

} // namespace letters
