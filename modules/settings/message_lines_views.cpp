#include "modules/settings/message_lines_views.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace settings
{

MessageLine line_of(const mail::StoredMessage& message, const Reading& reading)
{
    const auto to = message.to_name.empty()
                        ? message.to_email
                        : i18n::t("settings.message.to",
                                  {{"name", message.to_name}, {"email", message.to_email}});
    return {.to = to,
            .subject = message.subject,
            .when = i18n::relative(message.created_at, reading.now, reading.zone),
            .state = message.state,
            .cause = message.last_error,
            .open = {},
            .send_again = {}};
}

} // namespace settings
