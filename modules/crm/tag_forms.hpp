#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/tag.hpp"

namespace crm
{

struct TagClient {
    forms::Text<1, 40> tag;
};
BOOST_DESCRIBE_STRUCT(TagClient, (), (tag))

struct SaveTag {
    forms::Text<1, 40> name;
    TagTone tone = TagTone::gray;
};
BOOST_DESCRIBE_STRUCT(SaveTag, (), (name, tone))

struct MergeTag {
    TagId into;
};
BOOST_DESCRIBE_STRUCT(MergeTag, (), (into))

} // namespace crm
