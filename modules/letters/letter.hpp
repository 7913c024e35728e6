#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/letters/content.hpp"
#include "modules/projects/projects.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace letters
{

using LetterId = base::Id<struct LetterTag>;

inline constexpr std::size_t title_length_max = 150;
inline constexpr std::size_t addressee_length_max = 120;
inline constexpr std::size_t sending_words_max = 2000;
inline constexpr int letter_page_rows = 50;

/// A draft is being written, the first time or again: what left before stays as it left.
enum class LetterState { draft, sent, agreed };
BOOST_DESCRIBE_ENUM(LetterState, draft, sent, agreed)

struct Letter {
    LetterId id;
    LetterKind kind = LetterKind::letter;
    std::string number; ///< « LET-2026-0001 », from the first draft on
    tenancy::ClientId client_id;
    std::optional<std::int64_t> project_id; ///< a projects::ProjectId
    std::string title;
    std::string search_key;
    LetterState state = LetterState::draft;
    std::string model_name; ///< it began with
    std::int64_t model_version = 0;
    std::string content;     ///< written(Content)
    std::int64_t issued = 0; ///< how many times it left
    tenancy::MembershipId created_by;
    base::Instant created_at;
    base::Instant updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Letter, (),
                      (id, kind, number, client_id, project_id, title, search_key, state,
                       model_name, model_version, content, issued, created_by, created_at,
                       updated_at, version))

/// How a letter reaches its client: by mail, or handed over and posted.
enum class Way { mail, hand };
BOOST_DESCRIBE_ENUM(Way, mail, hand)

/// What left, as it was: never changed, but for its paper, that it was seen and signed.
struct Issue {
    LetterId letter_id;
    std::int64_t issue = 1; ///< « version 2 » of its paper
    std::string title;
    Way way = Way::mail;
    std::string to_name;
    std::string to_email; ///< empty for one handed over
    std::string words;    ///< of the mail
    tenancy::MembershipId sent_by;
    base::Instant sent_at;
    std::string paper;                   ///< written(LetterPaper)
    std::optional<std::int64_t> file_id; ///< a files::FileId, once drawn
    std::string sha256;                  ///< of the PDF, once drawn
    std::optional<base::Instant> seen_at;
    std::optional<std::int64_t> signing_id; ///< of who keeps signatures
    std::optional<base::Instant> signed_at;
    std::optional<base::Instant> forgotten_at;
};
BOOST_DESCRIBE_STRUCT(Issue, (),
                      (letter_id, issue, title, way, to_name, to_email, words, sent_by, sent_at,
                       paper, file_id, sha256, seen_at, signing_id, signed_at, forgotten_at))

} // namespace letters
