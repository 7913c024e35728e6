#include "modules/tickets/attachment_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/text.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/tickets.hpp"

namespace tickets
{
namespace
{

std::vector<files::FileId> attach_and_record(tenancy::WorkspaceTransaction& tx,
                                             const files::Owner& owner, const files::Intake& intake)
{
    if (intake.empty()) return {};
    auto attached = files::attach(tx, owner, intake);
    std::vector<std::string> names;
    for (const auto& taken : intake.taken)
        names.push_back(taken.name);
    if (names.empty()) return attached;
    audit::append(tx, {.action = "tickets.files_attached",
                       .subject_kind = "ticket",
                       .subject = owner.id,
                       .changes = {{"files", "", base::join(names, ", ")}}});
    return attached;
}

} // namespace

std::vector<files::FileId> attach_to_ticket(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                                            const files::Intake& intake)
{
    return attach_and_record(tx, {.kind = ticket_files, .id = ticket.id.value}, intake);
}

void attach_to_message(tenancy::WorkspaceTransaction& tx, const Message& message,
                       const files::Intake& intake)
{
    attach_and_record(
        tx, {.kind = ticket_files, .id = message.ticket_id.value, .part = message.id.value},
        intake);
}

} // namespace tickets
