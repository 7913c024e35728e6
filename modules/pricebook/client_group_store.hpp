#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/client_group.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pricebook
{

/// A group as its list shows it.
struct ClientGroupRow {
    GroupId id;
    std::string name;
    std::int64_t clients = 0;
    std::int64_t prices = 0; ///< special prices of the group, those that ended included
};
BOOST_DESCRIBE_STRUCT(ClientGroupRow, (), (id, name, clients, prices))

struct GroupClientRow {
    tenancy::ClientId client_id;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(GroupClientRow, (), (client_id, client_name))

/// Every statement on groups and who is in them, but those of moved clients.
class ClientGroupStore
{
  public:
    explicit ClientGroupStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const ClientGroup& group);
    std::optional<ClientGroup> find(GroupId id);
    std::optional<ClientGroup> find_name(std::string_view search_key);
    void rename(const ClientGroup& group);
    void remove(GroupId id);
    int count();
    /// By name, at most groups_max.
    std::vector<ClientGroupRow> rows();
    /// Those a client is in, by name.
    std::vector<ClientGroup> of_client(tenancy::ClientId client);

    /// By name, at most group_clients_max.
    std::vector<GroupClientRow> clients(GroupId group);
    bool holds(GroupId group, tenancy::ClientId client);
    void add(GroupId group, tenancy::ClientId client);
    void take_out(GroupId group, tenancy::ClientId client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace pricebook
