#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/secrets/vault.hpp"
#include "kernel/sms/gateway.hpp"

namespace sms
{

/// Whether messages leave this machine: on a machine for trying things out they do not.
enum class Leaving { to_providers, not_at_all };

struct SmsOptions {
    const secrets::Vault* vault = nullptr; ///< opens the accounts' secrets; outlives the jobs
    Addresses addresses{};
    Leaving leaving = Leaving::to_providers;
};

/// Registers « sms.deliver » and « sms.test_account ». Once at start, before any thread; again
/// replaces (tests).
///
/// A message is noted as begun, then given to the provider, then settled. Found begun and not
/// settled (this process died in between, or no answer came), the provider is asked whether it has
/// it before it is given again. OVHcloud is asked by our own reference; Twilio by number, words and
/// time, so that the very same words to the same number within minutes may be taken for one
/// another.
void install(jobs::Registry& registry, SmsOptions options);

} // namespace sms
