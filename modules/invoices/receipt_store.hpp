#pragma once

#include "kernel/tenancy/context.hpp"

namespace invoices
{

class ReceiptStore
{
  public:
    explicit ReceiptStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Unless the business said otherwise.
    bool are_sent();
    enum class Sent { never, always };
    void choose(Sent sent);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
