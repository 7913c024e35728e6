#include "modules/text_messages/erasure_listeners.hpp"

#include "kernel/sms/sms.hpp"

namespace text_messages
{

void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    if (fact.membership) sms::forget_member(tx, fact.membership);
}

} // namespace text_messages
