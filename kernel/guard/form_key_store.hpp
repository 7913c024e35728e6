#pragma once

#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guard
{

/// Keys of submissions already done, kept 24 h. `key` is the hash of actor, route, the
/// form's own key and its body.
///
/// Takes the key in the action's transaction: throws db::ConstraintViolation when a twin has it.
void take_form_key(tenancy::WorkspaceTransaction& tx, std::string_view key);
void take_form_key(tenancy::PlatformTransaction& tx, std::string_view key);
/// Where the first submission led; empty while unknown, nothing when there was none.
std::optional<std::string> form_key_location(tenancy::PlatformTransaction& tx,
                                             tenancy::WorkspaceId workspace, std::string_view key);
void set_form_key_location(tenancy::PlatformTransaction& tx, tenancy::WorkspaceId workspace,
                           std::string_view key, std::string_view location);
std::int64_t forget_form_keys(tenancy::PlatformTransaction& tx, base::Instant before);

} // namespace guard
