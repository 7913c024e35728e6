#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client_note.hpp"

#include <optional>
#include <string>

namespace crm
{

/// These throw base::NotFound for a client, a note or an alert this workspace does not hold.
ClientNoteId write_client_note(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                               NoteCategory category, const std::string& body);
/// By its author, or who may manage clients; throws base::Forbidden to others.
void remove_client_note(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                        ClientNoteId note);

struct NewAlert {
    tenancy::ClientId client;
    AlertStrength strength = AlertStrength::informative;
    std::string words;
    std::optional<base::Date> from;  ///< none: from today
    std::optional<base::Date> until; ///< none: without end
};
/// Refuses "crm.alert.refusal.full" beyond client_alerts_max.
ClientAlertId write_alert(tenancy::WorkspaceTransaction& tx, const NewAlert& alert);
void remove_alert(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client, ClientAlertId alert);

} // namespace crm
