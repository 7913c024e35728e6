#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What moves money or promises it. Pure.
namespace ledger
{

enum class EventKind {
    invoice_issued,
    credit_note_issued,
    payment_recorded,
    payment_refunded,
    payment_cancelled, ///< recorded by mistake: takes it back
};
BOOST_DESCRIBE_ENUM(EventKind, invoice_issued, credit_note_issued, payment_recorded,
                    payment_refunded, payment_cancelled)
bool is_document(EventKind kind);
/// « EUR »; throws std::runtime_error for another name.
std::string_view name_of(base::Currency currency);
base::Currency currency_named(std::string_view name);

/// What of a document bears one tax. Signed as the document: below zero on a credit note.
struct TaxTotal {
    std::string category; ///< of EN 16931: « S », « E », « AE »…
    std::string code;     ///< « TVA »; empty where none is borne
    base::Rate rate;
    base::Cents base;
    base::Cents tax;
    friend bool operator==(const TaxTotal&, const TaxTotal&) = default;
};

/// A fact about money as it is chained: nothing of it can be corrected, only answered by another.
struct Event {
    EventKind kind = EventKind::invoice_issued;
    std::string number; ///< of the document; of a payment the document's it settles
    base::Date dated;   ///< the document's own date, or the day the money came or went
    base::Currency currency = base::Currency::EUR;
    std::vector<TaxTotal> taxes; ///< of documents only
    base::Cents total; ///< taxes included; below zero for credit notes, refunds, cancellations
    std::string client_name;
    std::string client_post_code;
    std::string mode; ///< of payments only: « card », « cash », « transfer », « cheque »…
    std::string reference; ///< the invoice a credit note corrects; the payment that is taken back
    friend bool operator==(const Event&, const Event&) = default;
};

inline constexpr std::size_t taxes_max = 60;       ///< of one event
inline constexpr std::size_t text_bytes_max = 600; ///< of each text of an event

/// Throws std::invalid_argument for what no caller should give: a total that does not have the sign
/// of its kind, a payment without mode or with taxes, more than the limits.
void check(const Event& event);

/// The bytes that are chained: compact JSON in one fixed order, whole cents, the date as ISO 8601.
std::string payload_of(const Event& event);
/// Throws std::exception for bytes that payload_of does not write.
Event event_from(std::string_view kind, std::string_view payload);

} // namespace ledger
