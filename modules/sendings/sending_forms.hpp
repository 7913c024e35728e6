#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

#include <vector>

namespace sendings
{

struct SendInvoices {
    std::vector<forms::Text<1, 60>> pick; ///< « 42-3 »: an invoice and the version that was shown
    bool everything = false;              ///< whatever waits
};
BOOST_DESCRIBE_STRUCT(SendInvoices, (), (pick, everything))

/// Of what is ticked, what was read and is whole.
struct CheckWaiting {
    std::vector<forms::Text<1, 60>> pick;
};
BOOST_DESCRIBE_STRUCT(CheckWaiting, (), (pick))

} // namespace sendings
