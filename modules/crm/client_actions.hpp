#pragma once

#include "modules/crm/crm.hpp"

#include <vector>

namespace crm
{

/// Saves the whole record. Throws base::NotFound, and base::Refusal "crm.refusal.changed_meanwhile"
/// (409) when `seen_version` is not the stored one any more.
void save_client(tenancy::WorkspaceTransaction& tx, Client client, std::int64_t seen_version);

/// The record as it will be written: named, with its id and dates. Refuses as add_client.
Client new_record(tenancy::WorkspaceTransaction& tx, Client client);
/// Lines of a file as records that new_record made. Their words are indexed by the next job, and
/// the journal has one line for the whole file.
void add_imported_clients(tenancy::WorkspaceTransaction& tx, const std::vector<Client>& clients);

/// Gives somebody who registered alone his client record: the one that has his confirmed address,
/// or a new one. Tells PortalUserLinked. Does nothing for a membership already linked.
struct Registration {
    tenancy::MembershipId membership;
    std::string person_name;
    std::string email;
    std::string phone;   ///< may be empty
    std::string company; ///< may be empty
};
void welcome_client(tenancy::WorkspaceTransaction& tx, const Registration& registration);

} // namespace crm
