#pragma once

#include "kernel/forms/form.hpp"
#include "modules/notifications/preference.hpp"

#include <boost/describe/class.hpp>

#include <vector>

namespace notifications
{

/// The events one wants, by channel; those offered and not named are not wanted.
struct ChooseNotifications {
    std::vector<forms::Text<1, 60>> app;
    std::vector<forms::Text<1, 60>> email;
    std::vector<forms::Text<1, 60>> sms;
    bool is_daily = false; ///< mail as one digest a day
};
BOOST_DESCRIBE_STRUCT(ChooseNotifications, (), (app, email, sms, is_daily))

/// What the business says for one role of one event and channel.
struct SetNotificationRule {
    forms::Text<1, 60> role;
    forms::Text<1, 60> event;
    Channel channel = Channel::app;
    Setting setting = Setting::on;
};
BOOST_DESCRIBE_STRUCT(SetNotificationRule, (), (role, event, channel, setting))

} // namespace notifications
