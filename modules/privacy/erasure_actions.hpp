#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/privacy/request.hpp"

namespace privacy
{

/// Erases who asked for it, answers his request and says to him what was kept and why. His photos
/// and videos go first, some at a time; then, in one transaction, his name and address everywhere,
/// his portal account, what was written to him, and what the audit says of him by name (its chain
/// still verifies). Requests of work, messages and their dates stay, of « Personne effacée ». Can
/// be done again after it was cut short. Refuses « privacy.refusal.answered » and
/// « privacy.refusal.not_erasure ».
void erase_person(tenancy::Context& context, RequestId id);

/// Job: what the platform knows of somebody who belongs to no business any more.
inline constexpr const char* forget_job = "privacy.forget";
void forget_account(tenancy::Context& context, const jobs::Job& job);

} // namespace privacy
