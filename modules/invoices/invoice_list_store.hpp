#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/balance.hpp"
#include "modules/invoices/invoice.hpp"

#include <map>
#include <string>
#include <vector>

namespace invoices
{

inline constexpr int invoice_page_rows = 50;

/// What a list may be narrowed to. `late`, `unpaid` and `paid` are of issued invoices.
enum class InvoiceView { draft, checked, unpaid, late, paid, refunded, cancelled, credit_note };
BOOST_DESCRIBE_ENUM(InvoiceView, draft, checked, unpaid, late, paid, refunded, cancelled,
                    credit_note)

struct InvoiceRow {
    InvoiceId id;
    InvoiceKind kind = InvoiceKind::invoice;
    std::string title;
    InvoiceState state = InvoiceState::draft;
    std::string number;
    std::optional<base::Cents> gross;
    std::optional<base::Cents> net;
    std::optional<base::Date> issued_on;
    std::optional<base::Date> due_on;
    base::Instant updated_at;
    std::string client_name;
    base::Cents due;
    base::Cents credited;
    base::Cents paid;
    base::Cents refunded;

    Balance balance() const { return {due, credited, paid, refunded}; }
};
BOOST_DESCRIBE_STRUCT(InvoiceRow, (),
                      (id, kind, title, state, number, gross, net, issued_on, due_on, updated_at,
                       client_name, due, credited, paid, refunded))

/// What invoices come to together. A credit note takes off; of one that was given back whole, and
/// of one paid too much, nothing is owed.
struct ListSums {
    std::int64_t count = 0;
    base::Cents gross;
    base::Cents net;
    base::Cents left_due;
    friend bool operator==(const ListSums&, const ListSums&) = default;
};
BOOST_DESCRIBE_STRUCT(ListSums, (), (count, gross, net, left_due))
/// Of these rows, as the store sums those of a list.
ListSums sums_of(const std::vector<InvoiceRow>& rows);
base::Cents left_of(const InvoiceRow& row);

/// A page of the list, the newest first: before the last id seen. A word begins one of the title,
/// of the number or of the client's name, folded.
struct InvoiceSearch {
    std::string word;
    std::optional<InvoiceView> view;
    InvoiceId before; ///< zero: from the newest
    base::Date today;
    int limit = invoice_page_rows;
};

/// Invoices as lists show them.
class InvoiceListStore
{
  public:
    explicit InvoiceListStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<InvoiceRow> list(const InvoiceSearch& search);
    /// Of all that the list holds, whatever its page; drafts only in a view of theirs.
    ListSums sums(const InvoiceSearch& search);
    /// Those a client received, the newest first, at most invoice_page_rows.
    std::vector<InvoiceRow> issued_to(tenancy::ClientId client);
    /// The newest first.
    std::vector<InvoiceRow> of_client(tenancy::ClientId client, int limit);
    /// How many there are on that day in each view that has one; 0 in paid, refunded, cancelled and
    /// credit_note, which are not counted. What is late is unpaid too.
    std::map<InvoiceView, std::int64_t> counts(base::Date today);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
