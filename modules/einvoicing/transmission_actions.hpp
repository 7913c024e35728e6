#pragma once

#include "kernel/files/files.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/platform_connector.hpp"
#include "modules/einvoicing/transmission.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace einvoicing
{

/// Whether an issued invoice may go through a platform: of a French business to another.
bool is_for_platform(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice);

/// Has it sent, once, when a platform is active and it may go there.
void plan_transmission(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice);
/// Asked by somebody: one issued before the platform was there, or that it would not take. Refuses
/// "einvoicing.refusal.not_on" and ".not_to_send"; throws base::NotFound for one that was not
/// issued.
void send_again(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice);
/// Those that wait still, whose job gave up or that wait since the platform was off.
void send_waiting(tenancy::WorkspaceTransaction& tx);

struct Attempt {
    Transmission transmission;
    files::File paper;
};
/// Holds it for who speaks to the platform. Nothing when it waits no more; throws
/// std::runtime_error while another holds it, or has no paper yet.
std::optional<Attempt> begin_attempt(tenancy::WorkspaceTransaction& tx, TransmissionId id);

/// What the platform has of it, or why it has nothing.
using Outcome = std::variant<Flow, Failure>;
void settle_attempt(tenancy::WorkspaceTransaction& tx, TransmissionId id, const Outcome& outcome);

/// What its later controls found: one that was taken may be turned away all the same.
void acknowledge(tenancy::WorkspaceTransaction& tx, const Flow& flow);

} // namespace einvoicing
