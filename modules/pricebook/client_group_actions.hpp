#pragma once

#include "modules/crm/crm.hpp"
#include "modules/pricebook/client_group.hpp"

/// Who is in which group. All of them take their turn (VersionStore::lock).
namespace pricebook
{

/// Refuses "pricebook.refusal.group_name_taken", ".too_many_groups".
GroupId add_group(tenancy::WorkspaceTransaction& tx, const std::string& name);
/// Refuses "pricebook.refusal.group_name_taken"; throws base::NotFound.
void rename_group(tenancy::WorkspaceTransaction& tx, GroupId id, const std::string& name);
/// Whoever was in it is in it no more. Refuses "pricebook.refusal.group_has_prices"; throws
/// base::NotFound.
void remove_group(tenancy::WorkspaceTransaction& tx, GroupId id);

/// Does nothing for who is in it. Refuses "pricebook.refusal.no_such_client", ".group_full";
/// throws base::NotFound.
void add_to_group(tenancy::WorkspaceTransaction& tx, GroupId id, tenancy::ClientId client);
/// Does nothing for who is not in it; throws base::NotFound.
void take_out_of_group(tenancy::WorkspaceTransaction& tx, GroupId id, tenancy::ClientId client);

/// They follow a client whose record is merged.
crm::ClientRows group_rows();

} // namespace pricebook
