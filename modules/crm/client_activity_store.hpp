#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <vector>

namespace crm
{

struct ClientActivity {
    tenancy::ClientId id;
    base::Instant created_at;
    base::Instant active_at; ///< zero: not looked at yet
};
BOOST_DESCRIBE_STRUCT(ClientActivity, (), (id, created_at, active_at))

/// Every statement on crm_inactivity_rule, and on crm_client.active_at but those of the list.
class ClientActivityStore
{
  public:
    static constexpr std::int64_t usual_days = 90;

    explicit ClientActivityStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::int64_t days();
    void set_days(std::int64_t days);
    /// Not archived, above `after`, in order.
    std::vector<ClientActivity> clients(tenancy::ClientId after, int limit);
    void note(const ClientActivity& activity);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
