#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/secrets/vault.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace secrets
{

/// What was typed before the session expired, kept in a hidden field of the sign-in page
/// : the browser carries it, only this installation can read it. `purpose` binds it to one form
/// ("POST /e/ponant/tickets"). Empty when the fields hold more than 64 kB: they are lost rather
/// than carried. Files and passwords must have been left out by the caller.
std::string seal_fields(const Vault& vault, std::string_view purpose, const base::Params& fields,
                        base::Instant now);

/// The fields sealed for that purpose less than one hour ago, else nothing.
std::optional<base::Params> open_fields(const Vault& vault, std::string_view purpose,
                                        std::string_view sealed, base::Instant now);

} // namespace secrets
