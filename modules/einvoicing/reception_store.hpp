#pragma once

#include "modules/einvoicing/reception.hpp"

#include <map>
#include <vector>

namespace einvoicing
{

class ReceptionStore
{
  public:
    explicit ReceptionStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Reception& reception);
    std::optional<Reception> find(ReceptionId id);
    /// Whether the platform gave it already.
    bool has_flow(std::string_view flow);
    /// Whether an e-mail brought that file already and nobody put it away; never for no
    /// fingerprint.
    bool has_mailed(std::string_view fingerprint);
    /// By e-mail, at most `most`.
    std::int64_t mailed_since(base::Instant since, std::int64_t most);
    /// Messages of that sender that were kept as a text and wait to be sorted, at most 100.
    std::vector<Reception> messages_of(std::string_view sender);
    /// Nothing says any more who sent those.
    void forget_sender(std::string_view sender);
    /// Its state, why and invoice; false when it is no longer `from`: somebody else was first.
    bool settle(const Reception& reception, ReceptionState from);
    /// Newest first, at most 100.
    std::vector<Reception> in_state(ReceptionState state);
    std::int64_t count(ReceptionState state, std::int64_t most);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace einvoicing
