#include "modules/notifications/accounting_listeners.hpp"

#include "modules/notifications/message_actions.hpp"
#include "modules/notifications/sender_actions.hpp"

namespace notifications
{
namespace
{

constexpr const char* event = "accounting.safe_failed";
const Subject safe{"accounting_safe", the_only_one};

} // namespace

void on_safe_failed(tenancy::WorkspaceTransaction& tx, const accounting::SafeFailed& fact)
{
    notify_and_write(tx, {.event = event,
                          .subject = safe,
                          .people = administrators(tx),
                          .state = fact.why,
                          .origin = {}});
}

void on_safe_recovered(tenancy::WorkspaceTransaction& tx, const accounting::SafeRecovered&)
{
    settle(tx, event, safe);
}

} // namespace notifications
