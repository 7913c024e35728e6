#pragma once

#include "kernel/files/intake.hpp"
#include "modules/einvoicing/reception.hpp"

#include <vector>

namespace einvoicing
{

struct Offer {
    files::Offered file;
    Origin origin = Origin::upload;
    std::string flow;          ///< its number with the platform, or empty
    std::string sender{};      ///< of an e-mail
    std::string fingerprint{}; ///< hex SHA-256, of what is received once; empty = as often as sent
};

/// Keeps what was sent, as it came, and has it read soon: in a transaction of its own. What may not
/// be kept (a program, an archive, what is too large) is turned away with the reason, and listed.
/// Again for a flow that was received does nothing, nor for a file that an e-mail brought, until it
/// is put away. For want of room a file of an e-mail throws base::Refusal: it is sent again.
void receive(tenancy::Context& context, const Offer& offer);
/// Keeps what nobody reads as an invoice, and lists it with that reason; its name is that of the
/// file.
void note_unread(tenancy::Context& context, const Offer& offer, const files::Turned& why);
/// What the platform announced and will not give: listed, so that nobody waits for it.
void note_missing(tenancy::Context& context, const std::string& name, const std::string& flow);

/// Puts away what was quarantined or repeated: its original goes. Throws base::NotFound; refuses
/// "einvoicing.refusal.settled" (conflict) for anything else.
void dismiss(tenancy::WorkspaceTransaction& tx, ReceptionId id);
/// Has what was quarantined read once more. As dismiss().
void read_again(tenancy::WorkspaceTransaction& tx, ReceptionId id);

} // namespace einvoicing
