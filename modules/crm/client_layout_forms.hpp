#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/client_layout_store.hpp"

#include <boost/describe/class.hpp>

namespace crm
{

struct ChooseClientLayout {
    ClientLayout layout = ClientLayout::table;
};
BOOST_DESCRIBE_STRUCT(ChooseClientLayout, (), (layout))

} // namespace crm
