#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/view.hpp"

#include <string>

/// Saved views: whoever sees tickets makes his own, and may share them; who made one changes it.
namespace tickets
{

enum class Sharing { own, team };

struct ViewText {
    std::string name;
    std::string query; ///< as place_of() writes it
    Sharing sharing = Sharing::own;
};

/// One of the same name is written over. Refuses "tickets.saved.refusal.full".
ViewId save_view(tenancy::WorkspaceTransaction& tx, const ViewText& text);
/// Name and sharing. Throws base::NotFound unless it is the actor's; refuses
/// "tickets.saved.refusal.name_taken".
void rename_view(tenancy::WorkspaceTransaction& tx, ViewId id, const std::string& name,
                 Sharing sharing);
/// His own; with "tickets.organise" also what others share.
void remove_view(tenancy::WorkspaceTransaction& tx, ViewId id);
/// What tickets open with for the actor; zero: with nothing special.
void open_with_view(tenancy::WorkspaceTransaction& tx, ViewId id);

} // namespace tickets
