#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>

namespace sendings
{

using SendingId = base::Id<struct SendingTag>;

inline constexpr int sending_invoices_max = 1000; ///< of one sending
inline constexpr int page_invoices_max = 50;      ///< shown and ticked at once

struct Sending {
    SendingId id;
    tenancy::MembershipId asked_by;
    base::Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(Sending, (), (id, asked_by, asked_at))

enum class ItemState { waiting, sent, failed };
BOOST_DESCRIBE_ENUM(ItemState, waiting, sent, failed)

/// One invoice of a sending.
struct Item {
    SendingId sending_id;
    invoices::InvoiceId invoice_id;
    std::int64_t position = 0;
    std::int64_t seen_version = 0;
    ItemState state = ItemState::waiting;
    std::string number;  ///< it took
    std::string problem; ///< a sentence; why it did not leave
    std::string path;    ///< inside the workspace: where that is mended
    std::string title;   ///< of the invoice; empty: it was removed
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (sending_id, invoice_id, position, seen_version, state, number, problem, path,
                       title))

} // namespace sendings
