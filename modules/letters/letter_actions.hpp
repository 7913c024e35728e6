#pragma once

#include "kernel/files/files.hpp"
#include "modules/letters/letter_store.hpp"

#include <string_view>

namespace letters
{

inline constexpr const char* issue_job = "letters.issue";
/// For a project that is not the client's.
inline constexpr const char* project_refused = "letters.refusal.project";
inline constexpr const char* letter_files = "letter"; ///< owner of the PDFs

/// Throws base::NotFound.
Letter letter_by_id(tenancy::WorkspaceTransaction& tx, LetterId id);
void touch_letter(tenancy::WorkspaceTransaction& tx, LetterId id);

struct Starting {
    tenancy::ClientId client;
    std::string model; ///< a code
    std::optional<projects::ProjectId> project{};
    std::string title{}; ///< empty: the name of the model
};
/// A draft that begins with the model as it is now, numbered. Throws base::NotFound for what the
/// workspace does not hold, refuses `project_refused`.
LetterId start_letter(tenancy::WorkspaceTransaction& tx, const Starting& starting);

struct SavingLetter {
    LetterId id;
    std::string title;
    std::optional<projects::ProjectId> project{};
    Content content; ///< without problems
    std::int64_t seen_version = 0;
};
/// Refuses "letters.refusal.not_draft", `project_refused`, and
/// "letters.refusal.changed_since" (409) where somebody saved meanwhile.
void save_letter(tenancy::WorkspaceTransaction& tx, const SavingLetter& saving);
/// One that never left. Refuses "letters.refusal.has_left", "letters.refusal.changed_since".
void remove_letter(tenancy::WorkspaceTransaction& tx, LetterId id, std::int64_t seen_version);

struct SendingLetter {
    LetterId id;
    std::int64_t seen_version = 0;
    Way way = Way::mail;
    std::string to_name;
    std::string to_email;
    std::string words{};
};
/// Its words are frozen as the next version; a job draws the paper, keeps it and mails it. Refuses
/// "letters.refusal.already_sent" and "letters.refusal.changed_since" (409).
void send_letter(tenancy::WorkspaceTransaction& tx, const SendingLetter& sending);
/// One that left is written again: what left stays as it left. Refuses "letters.refusal.agreed" for
/// a signed contract.
void reopen_letter(tenancy::WorkspaceTransaction& tx, LetterId id);

/// The client has it before his eyes: the first time is kept.
void see_letter(tenancy::WorkspaceTransaction& tx, LetterId id);
/// A client signed that version of a contract. Refuses "letters.refusal.replaced" (409) where
/// another one is being written or left meanwhile.
struct Signing {
    LetterId id;
    std::int64_t issue = 1;
    std::int64_t signature = 0; ///< of who keeps signatures
    files::FileId paper;        ///< the signed one
};
void sign_contract(tenancy::WorkspaceTransaction& tx, const Signing& signing);

} // namespace letters
