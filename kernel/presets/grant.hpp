#pragma once

#include <boost/describe/enum.hpp>

namespace presets
{

/// The value of a permission for a role: refused, own or assigned objects only, everything.
enum class Grant { none, own, all };
BOOST_DESCRIBE_ENUM(Grant, none, own, all)

/// The two halves of a workspace: those who serve and those who are served.
enum class Side { staff, portal };
BOOST_DESCRIBE_ENUM(Side, staff, portal)

} // namespace presets
