#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/portal_change.hpp"
#include "modules/crm/portal_field.hpp"

#include <string_view>
#include <vector>

namespace crm
{

/// Every statement on crm_portal_field and crm_portal_change, and what a client writes of himself.
class PortalDetailsStore
{
  public:
    explicit PortalDetailsStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    FieldUses uses();
    void set_use(std::string_view field, FieldUse use);

    void insert(const PortalChange& change);
    /// Confirming or waiting ones of that person about that field are replaced.
    void replace(tenancy::MembershipId membership, std::string_view field);
    std::optional<PortalChange> find(PortalChangeId id);
    std::optional<PortalChange> find_by_link(std::string_view link_hash);
    /// That person's, confirming or waiting; those whose link is over are left out.
    std::vector<PortalChange> open_of(tenancy::MembershipId membership);
    /// What is confirming or waiting, and what was settled since, oldest first; at most 100.
    std::vector<PortalChange> of_client(tenancy::ClientId client, base::Instant settled_since);
    std::vector<PortalChange> waiting(tenancy::ClientId client);
    /// Addresses that person asked for since: each sent a mail.
    std::int64_t count_addresses(tenancy::MembershipId membership, base::Instant since);
    /// Those that person had before, and those he proved to be his; lower-cased.
    std::vector<std::string> earlier_addresses(tenancy::MembershipId membership);
    /// False when somebody settled it, or it was replaced, meanwhile.
    bool settle(const PortalChange& change, ChangeState from);

    std::optional<Contact> contact_of(tenancy::MembershipId membership);
    /// Name, job, telephone and e-mail.
    void update(const Contact& contact);
    /// Preferred language and delivery address, which the team's form does not have.
    void update_rest(const Client& client);

    /// Answers nobody needs any more, links nobody followed, and what a merge replaced that can be
    /// undone no more: those older than that moment. A person's earlier addresses stay as long as
    /// he does: what was written to them is forgotten with him.
    void forget_past(base::Instant before);
    /// Of a person, and of a record whose owner is erased.
    void forget_of(tenancy::MembershipId membership);
    void forget_of(tenancy::ClientId client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
