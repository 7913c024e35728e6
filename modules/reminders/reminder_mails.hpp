#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoices.hpp"

namespace reminders
{

/// Four mails that a business may write in its own words: one for each of the schedule, and the one
/// by hand.
void offer_mails();

struct Letter {
    const invoices::Facts& invoice;
    const invoices::Reach& to;
    base::Cents owed;
    int step = 0; ///< zero: by hand
};
/// What is left, until when it was due, where it is read, with the invoice. To a business in France
/// also what being late costs by law.
void mail_reminder(tenancy::WorkspaceTransaction& tx, const Letter& letter);

} // namespace reminders
