#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/tag.hpp"

#include <string>

namespace crm
{

/// Puts the tag of that name on a client, made on the fly when there is none. Throws base::NotFound
/// for a client this workspace does not hold; refuses "crm.tag.refusal.blank" for a name without a
/// letter or figure, "crm.tag.refusal.full" and "crm.tag.refusal.full_client" beyond the limits.
TagId tag_client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                 const std::string& name);
void untag_client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client, TagId tag);

/// Throws base::NotFound; refuses "crm.tag.refusal.known" when another tag has that name: those are
/// merged instead.
void save_tag(tenancy::WorkspaceTransaction& tx, TagId id, const std::string& name, TagTone tone);
/// The clients of `from` get `into`, and `from` is no more. Throws base::NotFound; refuses
/// "crm.tag.refusal.same".
void merge_tags(tenancy::WorkspaceTransaction& tx, TagId from, TagId into);
/// Off every client, and no more.
void remove_tag(tenancy::WorkspaceTransaction& tx, TagId id);

} // namespace crm
