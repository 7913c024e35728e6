#include "modules/notifications/letter_listeners.hpp"

#include "modules/notifications/message_actions.hpp"
#include "modules/notifications/sender_actions.hpp"

namespace notifications
{

void on_contract_signed(tenancy::WorkspaceTransaction& tx, const letters::ContractSigned& fact)
{
    notify_and_write(tx, {.event = "letters.signed",
                          .subject = {.kind = "letter", .id = fact.letter.value},
                          .people = who_sent(tx, fact.sender),
                          .state = {},
                          .origin = {}});
}

} // namespace notifications
