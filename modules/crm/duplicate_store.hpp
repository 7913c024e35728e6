#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/duplicate.hpp"

#include <optional>
#include <vector>

namespace crm
{

inline constexpr int duplicate_pairs_shown = 50;
/// Of one night and one reason: a queue longer than this is an import gone wrong.
inline constexpr int duplicate_pairs_found_max = 500;

/// Clients that look like another, crm_duplicate and crm_duplicate_rule.
class DuplicateStore
{
  public:
    explicit DuplicateStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// By the address, the telephone and the folded name of `client`, but himself.
    std::vector<Alike> alikes(const Client& client);

    /// Puts the pairs of this reason that nobody was asked about into the queue; returns how many.
    std::int64_t find_pairs(DuplicateReason reason, base::Instant at);
    std::vector<DuplicatePair> waiting();
    std::int64_t count_waiting();
    /// False when they are not in the queue.
    bool dismiss(tenancy::ClientId first, tenancy::ClientId second);
    /// Takes a client out of the queue: he is merged or archived.
    void forget(tenancy::ClientId client);

    /// Whoever else is about to give a client an address waits until this transaction ends.
    void hold_addresses();
    bool shares_emails();
    void set_shares_emails(bool shares);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
