#pragma once

#include "kernel/mail/intake.hpp"

namespace mailbox
{

/// A message that came in. It becomes an answer or a ticket of the person it proves, waits for the
/// team, or is ignored; twice is once. Where nobody has tickets, only reports are taken.
mail::Taken take_mail(tenancy::Context& house, const mail::Arrival& arrived);

} // namespace mailbox
