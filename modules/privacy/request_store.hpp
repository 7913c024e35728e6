#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/request.hpp"

#include <optional>
#include <vector>

namespace privacy
{

inline constexpr std::int64_t requests_shown = 200;

/// Every statement on privacy_request, privacy_consent and privacy_officer. Nothing here deletes a
/// request.
class RequestStore
{
  public:
    explicit RequestStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Request& request);
    std::optional<Request> find(RequestId id);
    /// Open ones by due date, then the others, newest first; at most requests_shown.
    std::vector<Request> list();
    std::vector<Request> of_member(tenancy::MembershipId membership);
    std::int64_t count_open();
    /// Open, asked before that moment, the team not yet reminded.
    std::vector<Request> to_alert(base::Instant asked_before);
    void note_alert(RequestId id, base::Instant at);
    void note_pack(RequestId id, std::int64_t bytes, base::Instant at);
    /// False when it was answered meanwhile.
    bool answer(const Request& request);

    void insert(const Consent& consent);
    /// The addresses consents were given from, of who is erased.
    void forget_proofs(tenancy::MembershipId membership);
    /// Newest first, at most requests_shown.
    std::vector<Consent> consents(tenancy::MembershipId membership);
    bool withdraw(tenancy::MembershipId membership, Purpose purpose, base::Instant at);

    std::optional<Officer> officer();
    void save(const Officer& officer);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace privacy
