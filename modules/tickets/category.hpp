#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

#include <map>
#include <string>
#include <vector>

namespace tickets
{

using CategoryId = base::Id<struct TicketCategoryTag>;

inline constexpr std::size_t categories_max = 100; ///< of a workspace, retired ones included
inline constexpr std::size_t filings_max = 10;     ///< of one ticket

/// What requests are about, in the words of the business: « Mise à jour requise ».
struct Category {
    CategoryId id;
    std::string name;
    std::string search_key;
    std::int64_t position = 0;
    std::optional<tenancy::MembershipId> assignee_id; ///< who gets its tickets that nobody has
    std::optional<base::Instant> retired_at;          ///< not offered any more, kept where it is
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Category, (),
                      (id, name, search_key, position, assignee_id, retired_at, version))

/// Names of the categories of the tickets of a page, in order.
using CategoryNames = std::map<TicketId, std::vector<std::string>>;

enum class Place { up, down };
BOOST_DESCRIBE_ENUM(Place, up, down)

/// The one it changes places with; nullptr at the end. Retired ones have no place.
const Category* neighbour(const std::vector<Category>& in_order, CategoryId id, Place where);

/// Those offered on a ticket: not retired, and those it has already.
std::vector<Category> offered(const std::vector<Category>& all, const std::vector<Category>& held);

} // namespace tickets
