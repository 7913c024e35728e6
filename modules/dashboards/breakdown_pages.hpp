#pragma once

#include "modules/dashboards/dashboard_views.hpp"

/// Figures apart, with the names people know.
namespace dashboards
{

/// What a report is divided by.
enum class By { member, client, priority, category, period };
BOOST_DESCRIBE_ENUM(By, member, client, priority, category, period)

/// Not for By::period. Priorities all, most urgent first; members and clients who have something,
/// most first; so are categories, whose sum may be more than the whole.
std::vector<Line> lines_by(By by, tenancy::WorkspaceTransaction& tx,
                           const std::map<Key, Tally>& parts);
std::vector<SlotLine> lines_of_slots(const Asked& asked, const TallySlots& parts);

/// Of the team, with nobody.
std::map<Key, std::string> staff_names(tenancy::WorkspaceTransaction& tx);
/// « Priorité : Urgente ». Throws base::NotFound for whom this workspace does not have.
std::vector<std::string> words_of(tenancy::WorkspaceTransaction& tx, const Filter& filter);

} // namespace dashboards
