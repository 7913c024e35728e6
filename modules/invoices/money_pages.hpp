#pragma once

#include "kernel/html/html.hpp"

namespace guard
{
class Call;
}

namespace invoices
{

/// On the first page of the day: the invoices that wait for somebody. Nothing when none does.
html::Html follow_panel(guard::Call& call);
/// What was invoiced and came in this month, what is owed. Nothing before the first invoice.
html::Html money_panel(guard::Call& call);

} // namespace invoices
