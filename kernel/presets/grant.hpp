#pragma once

#include <boost/describe/enum.hpp>

namespace presets
{

/// The value of a permission for a role: refused, own or assigned objects only, everything.
enum class Grant { none, own, all };
BOOST_DESCRIBE_ENUM(Grant, none, own, all)

} // namespace presets
