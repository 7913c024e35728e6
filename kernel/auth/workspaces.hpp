#pragma once

#include "kernel/auth/auth.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace auth
{

/// A slug nobody has, from a name: "Ponant Informatique" → "ponant-informatique", then
/// "ponant-informatique-2". 3 to 40 characters.
std::string free_slug(db::Transaction& tx, std::string_view name);

/// The transaction is on the id just made: `tx.workspace()` is what is written, with the modules of
/// its preset when it names none. Refusal « auth.refusal.slug_taken ».
void create_workspace(tenancy::WorkspaceTransaction& tx);
/// An unconfirmed workspace becomes active; any other stays as it is.
void activate_workspace(db::Transaction& tx, tenancy::WorkspaceId id);

/// Who may become a client by himself.
presets::SignupPolicy portal_signup(db::Transaction& tx, tenancy::WorkspaceId id);

/// What an owner changes of his business; every member's pages follow (settings_version).
struct Profile {
    std::string name;
    std::string time_zone;
    int brand_hue = 262;
    int brand_chroma = 135;
    presets::SignupPolicy portal_signup = presets::SignupPolicy::staff_only;
};
void change_profile(tenancy::WorkspaceTransaction& tx, const Profile& profile);

/// What this business does otherwise than its preset (presets::text_of).
std::string preset_changes(tenancy::WorkspaceTransaction& tx);
/// Refuses "auth.refusal.preset_changed" (409) when they are not `before` any more.
void change_preset(tenancy::WorkspaceTransaction& tx, const std::string& before,
                   const std::string& after);

/// All of them, oldest first, for checks over the whole installation.
std::vector<tenancy::Workspace> every_workspace(tenancy::PlatformTransaction& tx);

/// The workspace behind a host name of its own.
std::optional<tenancy::Workspace> workspace_by_host(tenancy::PlatformTransaction& tx,
                                                    std::string_view host);

} // namespace auth
