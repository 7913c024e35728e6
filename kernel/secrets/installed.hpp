#pragma once

#include "kernel/secrets/vault.hpp"

namespace secrets
{

/// The vault of this process, for what signs inside an action, far from a page or a job's options.
/// Given once at start, before any thread; again replaces (tests). It must outlive its users.
void install(const Vault& vault);
/// Throws std::logic_error before there is one.
const Vault& installed_vault();

} // namespace secrets
