#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <vector>

namespace client_entry
{

struct SaveSites {
    forms::LongText<0, 1500> sites; ///< one address a line
};
BOOST_DESCRIBE_STRUCT(SaveSites, (), (sites))

/// Their origins, each once; adds an error for a line that is none, or too many.
std::vector<std::string> origins_in(forms::Form<SaveSites>& form);

} // namespace client_entry
