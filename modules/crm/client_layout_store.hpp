#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/enum.hpp>

namespace crm
{

enum class ClientLayout { table, cards };
BOOST_DESCRIBE_ENUM(ClientLayout, table, cards)

/// Every statement on crm_layout: how the reader last looked at the clients.
class ClientLayoutStore
{
  public:
    explicit ClientLayoutStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    ClientLayout layout();
    void choose(ClientLayout layout);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
