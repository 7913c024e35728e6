#pragma once

#include "kernel/forms/form.hpp"
#include "modules/numbering/number_format.hpp"

#include <boost/describe/class.hpp>

namespace numbering
{

inline constexpr std::size_t format_length_max = 60;

struct SaveNumberFormat {
    forms::Text<1, 40> series;
    forms::Text<1, format_length_max> format;
    Restart restart = Restart::yearly;
};
BOOST_DESCRIBE_STRUCT(SaveNumberFormat, (), (series, format, restart))

} // namespace numbering
