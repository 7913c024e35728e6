#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace files
{

struct DescribeFile {
    forms::Text<0, 300> caption;     ///< shown under it
    forms::Text<0, 300> alternative; ///< said instead of it
};
BOOST_DESCRIBE_STRUCT(DescribeFile, (), (caption, alternative))

} // namespace files
