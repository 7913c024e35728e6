#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client.hpp"
#include "modules/crm/crm.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// The contacts that are this person: by portal account, or by e-mail (lower-cased).
std::vector<Contact> contacts_of_person(tenancy::WorkspaceTransaction& tx,
                                        tenancy::MembershipId membership, std::string_view email);
/// The records whose own address it is, lower-cased.
std::vector<tenancy::ClientId> clients_of_email(tenancy::WorkspaceTransaction& tx,
                                                std::string_view email);
/// Nothing stays but that name.
void empty_contact(tenancy::WorkspaceTransaction& tx, ContactId id, const std::string& name);

/// What the team noted about a client who was a person: notes, alerts, tags, values before a merge.
void forget_notes(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id);
/// The records that lead to this one since a merge.
std::vector<tenancy::ClientId> merged_into(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id);

} // namespace crm
