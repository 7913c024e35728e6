#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace incidents
{

struct TellFailure {
    forms::Text<1, 1000> message;
    forms::Text<0, 300> script; ///< its file, whose name carries its version
    forms::Text<1, 1000> page;
    std::optional<forms::Number<0, 10'000'000>> line;
};
BOOST_DESCRIBE_STRUCT(TellFailure, (), (message, script, page, line))

} // namespace incidents
