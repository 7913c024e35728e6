#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/import_guest.hpp"

#include <vector>

namespace crm
{

/// Every statement on crm_import_guest, but their writing with the clients (ClientBatchStore).
class ImportGuestStore
{
  public:
    explicit ImportGuestStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Until the transaction ends nobody else invites for this import.
    void hold(ImportId import);
    std::vector<Guest> waiting(ImportId import, int limit);
    void settle(GuestId guest, GuestState state);
    std::int64_t count(ImportId import, GuestState state);
    /// Neither waiting nor invited, in the order of the file.
    std::vector<SkippedGuest> skipped(ImportId import, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
