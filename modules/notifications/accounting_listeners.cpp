#include "modules/notifications/accounting_listeners.hpp"

#include "modules/notifications/message_actions.hpp"
#include "modules/notifications/sender_actions.hpp"

namespace notifications
{
namespace
{

constexpr const char* safe_failed = "accounting.safe_failed";
constexpr const char* outside_failed = "accounting.outside_failed";
const Subject safe{"accounting_safe", the_only_one};
const Subject outside{"accounting_outside", the_only_one};

} // namespace

void on_safe_failed(tenancy::WorkspaceTransaction& tx, const accounting::SafeFailed& fact)
{
    notify_and_write(tx, {.event = safe_failed,
                          .subject = safe,
                          .people = administrators(tx),
                          .state = fact.why,
                          .origin = {}});
}

void on_safe_recovered(tenancy::WorkspaceTransaction& tx, const accounting::SafeRecovered&)
{
    settle(tx, safe_failed, safe);
}

void on_outside_failed(tenancy::WorkspaceTransaction& tx, const accounting::OutsideFailed& fact)
{
    notify_and_write(tx, {.event = outside_failed,
                          .subject = outside,
                          .people = administrators(tx),
                          .state = fact.why,
                          .origin = {}});
}

void on_outside_recovered(tenancy::WorkspaceTransaction& tx, const accounting::OutsideRecovered&)
{
    settle(tx, outside_failed, outside);
}

} // namespace notifications
