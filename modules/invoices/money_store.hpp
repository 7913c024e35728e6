#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/payment.hpp"

#include <string>
#include <vector>

namespace invoices
{

/// From the first day to before the second.
struct Days {
    base::Date from;
    base::Date until;
};

/// What is left to pay of what was issued, taxes included; what is late is owed too.
struct Owed {
    std::int64_t count = 0;
    base::Cents owed;
    std::int64_t late_count = 0;
    base::Cents late;
};
BOOST_DESCRIBE_STRUCT(Owed, (), (count, owed, late_count, late))

struct LateInvoice {
    InvoiceId id;
    std::string number;
    std::string client_name;
    base::Date due_on;
    base::Cents left;
};
BOOST_DESCRIBE_STRUCT(LateInvoice, (), (id, number, client_name, due_on, left))

/// What the money of a business comes to, all invoices together.
class MoneyStore
{
  public:
    explicit MoneyStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Before taxes; what credit notes of those days take back is taken off.
    base::Cents invoiced(const Days& days);
    /// Payments, less refunds and rejections.
    base::Cents collected(const Days& days);
    Owed owed(base::Date today);
    /// The longest due first.
    std::vector<LateInvoice> late(base::Date today, int limit);
    /// Drafts and those that were checked.
    std::int64_t to_issue();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
