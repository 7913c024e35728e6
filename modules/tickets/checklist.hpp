#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tickets
{

using ChecklistId = base::Id<struct TicketChecklistTag>;
using ChecklistItemId = base::Id<struct TicketChecklistItemTag>;
using ChecklistTemplateId = base::Id<struct TicketChecklistTemplateTag>;

inline constexpr std::size_t checklists_max = 10;      ///< of one ticket
inline constexpr std::size_t checklist_items_max = 40; ///< of one checklist
inline constexpr std::size_t item_points_max = 200;    ///< code points of one item
inline constexpr int checklist_templates_max = 100;    ///< of a workspace
inline constexpr std::size_t items_named_in_refusal = 5;

/// Things to do for a ticket. `is_required`: all of them before it is resolved or closed.
struct Checklist {
    ChecklistId id;
    TicketId ticket_id;
    std::string title;
    bool is_required = false;
    tenancy::MembershipId added_by;
    base::Instant added_at;
};
BOOST_DESCRIBE_STRUCT(Checklist, (), (id, ticket_id, title, is_required, added_by, added_at))

struct ChecklistItem {
    ChecklistItemId id;
    ChecklistId checklist_id;
    TicketId ticket_id;
    std::string title;
    std::optional<tenancy::MembershipId> done_by; ///< nobody: still to do
    std::optional<base::Instant> done_at;
};
BOOST_DESCRIBE_STRUCT(ChecklistItem, (), (id, checklist_id, ticket_id, title, done_by, done_at))

/// A checklist with its items, in order.
struct FilledChecklist {
    Checklist list;
    std::vector<ChecklistItem> items;
};

/// A checklist written once; `items` holds one a line.
struct ChecklistTemplate {
    ChecklistTemplateId id;
    std::string title;
    std::string search_key;
    std::string items;
    bool is_required = false;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ChecklistTemplate, (), (id, title, search_key, items, is_required, version))

/// One item a line, trimmed, empty lines left out.
std::vector<std::string> items_in(std::string_view lines);
/// Refuses "tickets.checklist.refusal.no_item", "…too_many_items" and "…item_too_long".
void check_items(const std::vector<std::string>& items);

/// Whether the move ends the work: its state is resolved or closed.
bool ends_work(const presets::Workflow& workflow, const presets::Move& move);
/// What is required and not done, in order.
std::vector<std::string> left_to_do(const std::vector<FilledChecklist>& lists);
/// Refuses "tickets.checklist.refusal.left", naming the first of them.
void refuse_unless_done(const std::vector<FilledChecklist>& lists);

} // namespace tickets
