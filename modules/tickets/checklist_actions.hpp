#pragma once

#include "modules/tickets/checklist.hpp"
#include "modules/tickets/tickets.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What a ticket needs done. The team's, with "tickets.link"; templates with "tickets.organise".
/// Tickets are loaded by number (base::NotFound); a read-only one refuses "tickets.refusal.closed".
namespace tickets
{

enum class Required { no, yes };

struct ChecklistText {
    std::string title;
    std::string items; ///< one a line
    Required required = Required::no;
};
/// Refuses what check_items() does and, past checklists_max, "tickets.checklist.refusal.full".
void add_checklist(tenancy::WorkspaceTransaction& tx, std::string_view number,
                   const ChecklistText& text);
void remove_checklist(tenancy::WorkspaceTransaction& tx, std::string_view number, ChecklistId id);
enum class Tick { undo, done };
/// Done already by somebody: stays his.
void tick_item(tenancy::WorkspaceTransaction& tx, std::string_view number, ChecklistItemId id,
               Tick tick);
/// Those of a ticket, with nothing done, for another.
void copy_checklists(tenancy::WorkspaceTransaction& tx, const Ticket& from, const Ticket& to);

/// A staff move that ends the work: refuses "tickets.checklist.refusal.left".
void refuse_when_unchecked(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                           const presets::Move& move);

/// Refuses "tickets.checklist.refusal.templates_full".
ChecklistTemplateId add_template(tenancy::WorkspaceTransaction& tx, const ChecklistText& text);
/// Refuses "tickets.checklist.refusal.changed_meanwhile" (409).
void save_template(tenancy::WorkspaceTransaction& tx, ChecklistTemplateId id,
                   const ChecklistText& text, std::int64_t seen_version);
void remove_template(tenancy::WorkspaceTransaction& tx, ChecklistTemplateId id);

} // namespace tickets
