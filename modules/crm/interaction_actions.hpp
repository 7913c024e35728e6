#pragma once

#include "kernel/mail/message_sent.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/crm/interaction.hpp"

#include <optional>
#include <string>

namespace crm
{

struct NewInteraction {
    tenancy::ClientId client;
    InteractionKind kind = InteractionKind::call;
    base::Date day; ///< in the workspace's zone; not to come
    std::int64_t minutes = 0;
    std::string summary;
    std::optional<base::Date> follow_up;
};
/// Throws base::NotFound for a client this workspace does not hold.
InteractionId write_interaction(tenancy::WorkspaceTransaction& tx, const NewInteraction& exchange);

/// By its author, or who may manage clients; throws base::Forbidden to others and refuses
/// "crm.interaction.refusal.automatic" for a mail of the platform.
void remove_interaction(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                        InteractionId interaction);

/// Listener: a mail of the platform is noted on each client it was sent to.
void on_message_sent(tenancy::WorkspaceTransaction& tx, const mail::MessageSent& fact);

} // namespace crm
