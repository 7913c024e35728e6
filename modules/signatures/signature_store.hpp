#pragma once

#include "modules/signatures/signature.hpp"

#include <vector>

namespace signatures
{

/// What asks one place in the journal of a workspace.
struct Signed {
    std::string_view kind;
    std::int64_t document = 0;
    std::int64_t version = 0;
};

/// Every statement on the journal.
class SignatureStore
{
  public:
    explicit SignatureStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Signature& signature);
    std::optional<Signature> find(SignatureId id);
    std::optional<Signature> find(const Signed& what);
    /// Newest first, those before that one; zero: from the newest.
    std::vector<Signature> page(SignatureId before, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace signatures
