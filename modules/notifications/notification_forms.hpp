#pragma once

#include "kernel/forms/form.hpp"
#include "modules/notifications/notification_store.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace notifications
{

/// `vue` and `type` bring back to the list one came from.
struct MarkNotification {
    bool is_read = false;
    std::optional<View> vue;
    forms::Text<0, 60> type;
};
BOOST_DESCRIBE_STRUCT(MarkNotification, (), (is_read, vue, type))

} // namespace notifications
