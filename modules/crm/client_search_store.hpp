#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// A client or a contact as a line of results. A contact leads to its client.
struct ClientHit {
    std::int64_t id = 0;
    tenancy::ClientId client_id;
    std::string name;
    std::string detail;
    ClientStatus status = ClientStatus::active;
};
BOOST_DESCRIBE_STRUCT(ClientHit, (), (id, client_id, name, detail, status))

/// What the search reads of clients and contacts.
class ClientSearchStore
{
  public:
    explicit ClientSearchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<ClientHit> clients(const std::vector<std::int64_t>& ids);
    /// Without those who are the client themselves.
    std::vector<ClientHit> contacts(const std::vector<std::int64_t>& ids);
    std::optional<Contact> contact(ContactId id);
    /// Above `after`, in order.
    std::vector<std::int64_t> client_ids(std::int64_t after, int limit);
    std::vector<std::int64_t> contact_ids(std::int64_t after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
