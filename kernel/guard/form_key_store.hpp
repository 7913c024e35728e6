#pragma once

#include "kernel/tenancy/context.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace guard
{

/// How long a form that was shown can be sent twice by mistake.
inline constexpr std::chrono::hours form_keys_kept_for{24};

/// Keys of submissions already done. `key` is the hash of actor, route, the form's own key and its
/// body, or of actor and operation.
///
/// Takes the key in the action's transaction: throws db::ConstraintViolation when a twin has it.
void take_form_key(tenancy::WorkspaceTransaction& tx, std::string_view key,
                   std::chrono::hours kept_for = form_keys_kept_for);
void take_form_key(tenancy::PlatformTransaction& tx, std::string_view key,
                   std::chrono::hours kept_for = form_keys_kept_for);
/// Where the first submission led; empty while unknown, nothing when there was none.
std::optional<std::string> form_key_location(tenancy::PlatformTransaction& tx,
                                             tenancy::WorkspaceId workspace, std::string_view key);
void set_form_key_location(tenancy::PlatformTransaction& tx, tenancy::WorkspaceId workspace,
                           std::string_view key, std::string_view location);
/// Those whose time is over, at most 1 000.
std::int64_t forget_form_keys(tenancy::PlatformTransaction& tx, base::Instant now);

} // namespace guard
