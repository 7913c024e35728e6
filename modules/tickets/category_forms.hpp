#pragma once

#include "modules/tickets/category.hpp"
#include "modules/tickets/ticket_forms.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <vector>

namespace tickets
{

struct SaveCategory {
    forms::Text<2, 40> name;
    std::optional<tenancy::MembershipId> assignee; ///< who gets its tickets that nobody has
    std::optional<SeenVersion> version;            ///< what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveCategory, (), (name, assignee, version))

struct PlaceCategory {
    Place place = Place::up;
};
BOOST_DESCRIBE_STRUCT(PlaceCategory, (), (place))

/// A ticket under exactly these.
struct FileTicket {
    std::vector<CategoryId> category;
};
BOOST_DESCRIBE_STRUCT(FileTicket, (), (category))

} // namespace tickets
