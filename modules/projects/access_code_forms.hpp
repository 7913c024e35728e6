#pragma once

#include "kernel/forms/form.hpp"

namespace projects
{

struct SaveAccessCode {
    forms::Text<1, 80> label;
    forms::Text<1, 120> code;
};
BOOST_DESCRIBE_STRUCT(SaveAccessCode, (), (label, code))

} // namespace projects
