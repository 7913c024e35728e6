#pragma once

#include "modules/settings/mail_views.hpp"

#include <string_view>

namespace settings
{

/// When something is read, and where.
struct Reading {
    base::Instant now;
    std::string_view zone;
};
/// A stored message as a line, its time as one would say it then and there.
MessageLine line_of(const mail::StoredMessage& message, const Reading& reading);

} // namespace settings
