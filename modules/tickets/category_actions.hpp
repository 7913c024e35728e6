#pragma once

#include "modules/tickets/category.hpp"
#include "modules/tickets/tickets.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What requests are about. Categories are the admins' ("tickets.organise"); the team puts tickets
/// under them ("tickets.link").
namespace tickets
{

struct CategoryText {
    std::string name;
    std::optional<tenancy::MembershipId> assignee;
};

/// Last in order. Refuses "tickets.category.refusal.name_taken" and "…full". An assignee who is not
/// of the team throws base::NotFound.
CategoryId add_category(tenancy::WorkspaceTransaction& tx, const CategoryText& text);
/// Refuses "tickets.category.refusal.name_taken" and "…changed_meanwhile" (409).
void save_category(tenancy::WorkspaceTransaction& tx, CategoryId id, const CategoryText& text,
                   std::int64_t seen_version);
enum class Offer { stop, again };
/// A retired category stays on the tickets that have it and is not offered any more.
void offer_category(tenancy::WorkspaceTransaction& tx, CategoryId id, Offer offer);
void place_category(tenancy::WorkspaceTransaction& tx, CategoryId id, Place where);

/// Under exactly these. One nobody has goes to the person of the first that names somebody. Throws
/// base::NotFound for a category this workspace does not have, or has retired and the ticket has
/// not; refuses "tickets.refusal.closed" and, beyond filings_max, "tickets.category.refusal.many".
void file_ticket(tenancy::WorkspaceTransaction& tx, std::string_view number,
                 const std::vector<CategoryId>& categories);
/// Under the category of that name, which is made when the business has none and room for one. A
/// ticket that nobody has goes to the person of the category.
void file_by_name(tenancy::WorkspaceTransaction& tx, const Ticket& ticket, const std::string& name);
/// The categories of a ticket for another, which nobody is given by it.
void copy_filings(tenancy::WorkspaceTransaction& tx, const Ticket& from, const Ticket& to);

} // namespace tickets
