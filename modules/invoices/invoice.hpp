#pragma once

#include "kernel/tenancy/actor.hpp"
#include "modules/invoices/events.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <boost/describe/class.hpp>

namespace invoices
{

using sale_documents::Books;
using sale_documents::Counted;
using sale_documents::Line;
using sale_documents::SizeKind;
using sale_documents::SizeOf;
using sale_documents::Sum;
using sale_documents::TypedPrices;

/// Of the document; whether it is paid is read off the ledger (balance.hpp).
enum class InvoiceState { draft, checked, issued, cancelled };
BOOST_DESCRIBE_ENUM(InvoiceState, draft, checked, issued, cancelled)

enum class InvoiceMove { check, edit, issue, cancel };
/// Where a move leads; nothing where it is not allowed.
std::optional<InvoiceState> after(InvoiceState state, InvoiceMove move);
/// It has no number yet.
bool is_open(InvoiceState state);

inline constexpr const char* invoice_series = "invoice";
inline constexpr const char* credit_series = "credit_note";
/// Whose numbers follow each other with those of its kind.
const char* series_of(InvoiceKind kind);
/// Its lines are those of its author; the others are counted from what they are a part of.
bool has_typed_lines(InvoiceKind kind);

inline constexpr std::size_t title_length_max = 150;
inline constexpr std::size_t note_length_max = 2000;
inline constexpr std::size_t reason_length_max = 500;
inline constexpr int payment_days_max = 120;

struct Invoice {
    InvoiceId id;
    InvoiceKind kind = InvoiceKind::invoice;
    tenancy::ClientId client_id;
    std::string title;
    std::string search_key; ///< base::fold(title)
    InvoiceState state = InvoiceState::draft;
    std::string number; ///< empty until it is issued
    std::string note;   ///< a word for the client
    Nature nature = Nature::services;
    std::optional<base::Date> delivered_on; ///< or done; the day of issue when nothing is said
    std::int64_t payment_days = 30;
    TypedPrices prices = TypedPrices::net;
    SizeKind discount_kind = SizeKind::none;
    std::int64_t discount_size = 0;
    std::optional<base::Cents> gross; ///< taxes included; nothing without a line
    std::optional<base::Cents> net;   ///< the same before taxes
    std::optional<base::Cents> asked; ///< of a deposit, and of a credit note of an amount
    std::optional<quotes::QuoteId> quote_id;
    std::optional<InvoiceId> credits_id; ///< of a credit note
    std::string reason;                  ///< of a credit note, of what is given free
    std::optional<base::Date> issued_on;
    std::optional<base::Date> due_on;
    std::optional<base::Instant> issued_at;
    tenancy::MembershipId created_by;
    base::Instant created_at;
    base::Instant updated_at;
    std::int64_t version = 1;
    std::string promotion{}; ///< of the code that was typed, frozen; empty: none

    sale_documents::Terms terms() const
    {
        return {
            prices, {discount_kind, discount_size}, {}, sale_documents::promotion_from(promotion)};
    }
};
BOOST_DESCRIBE_STRUCT(Invoice, (),
                      (id, kind, client_id, title, search_key, state, number, note, nature,
                       delivered_on, payment_days, prices, discount_kind, discount_size, gross, net,
                       asked, quote_id, credits_id, reason, issued_on, due_on, issued_at,
                       created_by, created_at, updated_at, version, promotion))

} // namespace invoices
