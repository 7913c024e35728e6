#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client_note.hpp"
#include "modules/crm/crm.hpp"

#include <optional>
#include <vector>

namespace crm
{

inline constexpr int client_notes_shown = 50;
inline constexpr int client_alerts_max = 20;

/// Every statement on crm_note and crm_alert. Nothing of the client's side includes this file.
class ClientNoteStore
{
  public:
    explicit ClientNoteStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const ClientNote& note);
    std::optional<ClientNote> find(ClientNoteId id);
    void remove(ClientNoteId id);
    /// Newest first, those before `before` (zero: all), `limit` at most.
    std::vector<ClientNote> notes(tenancy::ClientId client, ClientNoteId before, int limit);

    /// Of the timeline: by (written_at, id), falling.
    std::vector<ClientNote> notes_in(const TimelineSpan& span);

    void insert(const ClientAlert& alert);
    std::optional<ClientAlert> find(ClientAlertId id);
    void remove(ClientAlertId id);
    std::vector<ClientAlert> alerts(tenancy::ClientId client);
    /// Those shown on that day; blocking ones first.
    std::vector<ClientAlert> alerts_on(tenancy::ClientId client, base::Date day);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
