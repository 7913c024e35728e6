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
inline constexpr int parts_max = 200; ///< invoices of one quote, credit notes of one invoice

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
                      (id, kind, title, state, number, gross, issued_on, due_on, updated_at,
                       client_name, due, credited, paid, refunded))

/// A page of the list, the newest first: before the last id seen. A word begins one of the title,
/// of the number or of the client's name, folded.
struct InvoiceSearch {
    std::string word;
    std::optional<InvoiceView> view;
    tenancy::ClientId client; ///< zero: of every client
    InvoiceId before;         ///< zero: from the newest
    base::Date today;
    int limit = invoice_page_rows;
};

/// Every statement on invoices and their lines.
class InvoiceStore
{
  public:
    explicit InvoiceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Invoice& invoice);
    /// Of an open one. False when somebody saved another version meanwhile.
    bool update(const Invoice& invoice, std::int64_t seen_version);
    /// Its state, its number and its dates; the words stay. False as above.
    bool move(const Invoice& invoice, std::int64_t seen_version);
    /// With its lines, of an open one. False when another version was saved meanwhile.
    bool remove(InvoiceId id, std::int64_t seen_version);
    std::optional<Invoice> find(InvoiceId id);
    std::vector<InvoiceRow> list(const InvoiceSearch& search);
    /// Those a client received, the newest first, at most invoice_page_rows.
    std::vector<InvoiceRow> issued_to(tenancy::ClientId client);
    /// How many there are in each view that has one, on that day.
    std::map<InvoiceView, std::int64_t> counts(base::Date today);
    /// The oldest first, at most parts_max.
    std::vector<Invoice> of_quote(quotes::QuoteId quote);
    std::vector<Invoice> credits_of(InvoiceId invoice);

    std::vector<Line> lines(InvoiceId invoice);
    /// In the place of those there were.
    void write_lines(InvoiceId invoice, const std::vector<Line>& lines);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
