#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/privacy/request_store.hpp"

#include <filesystem>
#include <string>

namespace privacy
{

inline constexpr const char* pack_job = "privacy.pack";

/// What is known when somebody asks.
struct Ask {
    RequestKind kind = RequestKind::access;
    Channel channel = Channel::portal;
    std::string person_name;
    std::string person_email;
    std::string details;
};
/// Of the actor, about himself, from the portal. Refuses « privacy.refusal.already_open » while one
/// of the same kind waits.
RequestId ask_for_oneself(tenancy::WorkspaceTransaction& tx, const Ask& ask);
/// Recorded by the team; the portal account of that e-mail is found here.
RequestId record(tenancy::WorkspaceTransaction& tx, const Ask& ask);

/// Throws base::NotFound.
Request find(tenancy::WorkspaceTransaction& tx, RequestId id);
/// Answers and tells the person; refuses « privacy.refusal.answered » when it was.
void answer(tenancy::WorkspaceTransaction& tx, RequestId id, RequestState state,
            const std::string& words);

/// Asks for the access pack, and the job that makes it.
void order_pack(tenancy::WorkspaceTransaction& tx, RequestId id);
void make_pack(tenancy::Context& context, const jobs::Job& job);
/// The file; the audit names who takes it. Throws base::NotFound.
std::filesystem::path take_pack(tenancy::Context& context, RequestId id);

void give_consent(tenancy::WorkspaceTransaction& tx, Purpose purpose);
void withdraw_consent(tenancy::WorkspaceTransaction& tx, Purpose purpose);
void save_officer(tenancy::WorkspaceTransaction& tx, const Officer& officer);

} // namespace privacy
