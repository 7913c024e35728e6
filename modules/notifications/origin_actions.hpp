#pragma once

#include "kernel/mail/willing.hpp"
#include "modules/notifications/notification_actions.hpp"

namespace notifications
{

/// Keeps which thing the fact told those people of, when it names one.
void note_origin(tenancy::WorkspaceTransaction& tx, const Fact& fact,
                 const std::vector<mail::Addressee>& people);

/// These were deleted: the lines that count them, waiting mails and texts included, count them no
/// more; a line that told nothing else goes. What has left stays.
void take_back(tenancy::WorkspaceTransaction& tx, std::string_view origin_kind,
               const std::vector<std::int64_t>& origins);

} // namespace notifications
