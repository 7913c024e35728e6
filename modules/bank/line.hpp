#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/bank/statement.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace bank
{

using StatementId = base::Id<struct StatementTag>;
using LineId = base::Id<struct LineTag>;
using DraftId = base::Id<struct DraftTag>;

/// A file that somebody brought, and what it held.
struct Statement {
    StatementId id;
    std::string name;
    StatementFormat format = StatementFormat::csv;
    std::string account;
    std::int64_t added = 0;
    std::int64_t repeated = 0; ///< known from another file
    std::int64_t outgoing = 0; ///< counted, and forgotten
    std::int64_t unread = 0;
    base::Instant imported_at;
    tenancy::MembershipId imported_by;
};
BOOST_DESCRIBE_STRUCT(Statement, (),
                      (id, name, format, account, added, repeated, outgoing, unread, imported_at,
                       imported_by))

/// A table whose columns somebody is asked about: its text, until he has answered.
struct Draft {
    DraftId id;
    tenancy::MembershipId author_id;
    std::string name;
    std::string content; ///< UTF-8
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (id, author_id, name, content, created_at))

/// `settled`: somebody said which invoices it pays; `ignored`: that it pays none.
enum class LineState { waiting, settled, ignored };
BOOST_DESCRIBE_ENUM(LineState, waiting, settled, ignored)

/// Money that came to the account.
struct Line {
    LineId id;
    StatementId statement_id;
    base::Date booked_on;
    base::Cents amount; ///< above zero
    std::string label;
    std::string counterpart;
    std::string reference;
    std::string fingerprint; ///< the same for the same movement in two files
    LineState state = LineState::waiting;
    std::optional<base::Instant> settled_at;

    StatementLine said() const { return {booked_on, amount, label, counterpart, reference, {}}; }
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (id, statement_id, booked_on, amount, label, counterpart, reference,
                       fingerprint, state, settled_at))

/// What of a transfer paid an invoice. `reversal_id`: the payment that took it back.
struct LineShare {
    LineId line_id;
    invoices::InvoiceId invoice_id;
    base::Cents amount; ///< above zero
    invoices::PaymentId payment_id;
    std::optional<invoices::PaymentId> reversal_id;
};
BOOST_DESCRIBE_STRUCT(LineShare, (), (line_id, invoice_id, amount, payment_id, reversal_id))

} // namespace bank
