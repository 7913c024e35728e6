#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/privacy/request.hpp"

#include <optional>
#include <string>

namespace privacy
{

/// Erases who asked for it, answers his request and says to him what was kept and why. His photos
/// and videos go first, some at a time; then, in one transaction, his name and address everywhere,
/// his portal account, what was written to him, and what the audit says of him by name (its chain
/// still verifies). Requests of work, messages and their dates stay, of « Personne effacée ». Can
/// be done again after it was cut short. Refuses « privacy.refusal.answered »,
/// « privacy.refusal.not_erasure » and, while a client he belongs to is held,
/// « privacy.refusal.held ».
void erase_person(tenancy::Context& context, RequestId id);

/// Name, address and account of somebody, everywhere in this workspace, in this transaction; either
/// may be missing. Returns who he was on the platform, zero without account: forget_job comes next.
tenancy::PersonId erase_names(tenancy::WorkspaceTransaction& tx,
                              std::optional<tenancy::MembershipId> member,
                              const std::string& email);
/// His photos and videos, some at a time; how many.
std::int64_t erase_pictures(tenancy::Context& context, tenancy::MembershipId member);

/// Job: what the platform knows of somebody who belongs to no business any more; of who belongs to
/// others, only what he agreed to for this one.
inline constexpr const char* forget_job = "privacy.forget";
void forget_account(tenancy::Context& context, const jobs::Job& job);

} // namespace privacy
