#pragma once

namespace load
{

/// Each prints its figures; throws when the product does not answer as it should, because a wrong
/// answer is quick.

/// Durable writes of one row by 1, 8 and 32 clients, on both engines.
void measure_writes();
/// The list of tickets against a bare answer of the same size, at 10 000 tickets.
void measure_list();
/// The same list at 1 000 000 tickets against 10 000.
void measure_large_list();
/// List, board and dashboard of a desk with 100 000 tickets, on both engines, one person at a time.
void measure_desk();
/// The first byte of a sheet of 200 publications, 2 000 comments and 500 photos, and its paper, on
/// both engines.
void measure_sheet();
/// The list among 100 000 invoices, the totals of a quote of 200 lines as it is typed, the FEC of
/// 200 000 lines, one group sending of 1 000 with the list read meanwhile, and 64 people who issue
/// invoices at once, on both engines.
void measure_invoices();
/// From the start of the program to its first page, and what it holds in memory, with 1 000
/// workspaces.
void measure_start();
/// Search as you type in one workspace among a thousand that hold a million messages.
void measure_search();

/// Memory of 10 000 idle live streams, and how soon a change is told to 1 000 and read again by
/// them.
void measure_streams();
/// How soon 200 people on one ticket have read a reply to it.
void measure_ticket_crowd();

} // namespace load
