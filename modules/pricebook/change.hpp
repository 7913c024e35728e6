#pragma once

#include "kernel/tenancy/actor.hpp"
#include "modules/pricebook/item.hpp"

namespace pricebook
{

using ChangeId = base::Id<struct PricebookChangeTag>;

/// On one page of the history.
inline constexpr int changes_page_rows = 50;

/// One value of one item that somebody changed; never changed itself.
struct Change {
    ChangeId id;
    std::int64_t version_number = 0;
    ItemId item_id;
    std::string item_code;
    std::string item_name;
    std::string field; ///< as pricebook::values_of names it
    std::string before;
    std::string after;
    tenancy::MembershipId made_by;
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Change, (),
                      (id, version_number, item_id, item_code, item_name, field, before, after,
                       made_by, made_at))

} // namespace pricebook
