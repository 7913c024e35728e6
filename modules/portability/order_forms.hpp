#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace portability
{

struct AskExport {
    std::optional<forms::Password> current_password; ///< of who has one
};
BOOST_DESCRIBE_STRUCT(AskExport, (), (current_password))

} // namespace portability
