#pragma once

#include "kernel/forms/field_types.hpp"
#include "kernel/forms/form.hpp"
#include "modules/pricebook/client_group.hpp"

/// What the pages of groups take. Lengths are code points.
namespace pricebook
{

struct SaveClientGroup {
    forms::Text<1, group_name_length_max> name;
};
BOOST_DESCRIBE_STRUCT(SaveClientGroup, (), (name))

struct GroupClient {
    tenancy::ClientId client;
};
BOOST_DESCRIBE_STRUCT(GroupClient, (), (client))

} // namespace pricebook
