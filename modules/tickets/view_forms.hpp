#pragma once

#include "kernel/forms/form.hpp"
#include "modules/tickets/view.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace tickets
{

/// What is saved is in the address: that of the list.
struct SaveView {
    forms::Text<2, 40> name;
    bool is_shared = false;
    bool is_first = false; ///< tickets open with it
};
BOOST_DESCRIBE_STRUCT(SaveView, (), (name, is_shared, is_first))

struct RenameView {
    forms::Text<2, 40> name;
    bool is_shared = false;
};
BOOST_DESCRIBE_STRUCT(RenameView, (), (name, is_shared))

struct OpenWithView {
    std::optional<ViewId> view; ///< nothing: with nothing special
};
BOOST_DESCRIBE_STRUCT(OpenWithView, (), (view))

} // namespace tickets
