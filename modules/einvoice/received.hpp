#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace einvoice
{

enum class Syntax { cii, ubl };

struct ReceivedParty {
    std::string name, siren, siret, vat_number, country;
};
struct ReceivedTax {
    std::string category; ///< "S", "AE"…; of the sender, not always one we know
    std::string rate;     ///< "5.5"; may be empty
    base::Cents base, tax;
};
struct ReceivedLine {
    std::string name, quantity, unit;
    base::Cents net;
};

/// An e-invoice that somebody sent, as it says itself: nothing was counted again, nor judged.
struct ReceivedInvoice {
    Syntax syntax = Syntax::cii;
    std::string number;
    std::string kind; ///< "380", "381"…
    base::Date issued_on;
    std::optional<base::Date> due_on;
    std::string currency; ///< ISO 4217
    ReceivedParty seller, buyer;
    std::string order;                  ///< our purchase order
    std::vector<std::string> preceding; ///< what it takes back or replaces
    std::string iban;
    base::Cents net, tax, gross, due;
    std::vector<ReceivedTax> taxes;
    std::vector<ReceivedLine> lines;
};
inline constexpr std::size_t received_bytes_max = 5'000'000;
inline constexpr std::size_t received_lines_max = 10'000;
inline constexpr std::size_t received_text_bytes_max = 4'000; ///< longer texts are cut

/// Why it cannot be understood: the key of one French sentence.
struct NotUnderstood {
    const char* sentence = "";
    friend bool operator==(const NotUnderstood&, const NotUnderstood&) = default;
};

/// Reads CII or UBL (an Invoice or a CreditNote). Any bytes: document types, and what is larger
/// than the limits, are refused unread. What an expense needs must be there: number, type, day,
/// currency, seller's name, totals. Any thread.
std::variant<ReceivedInvoice, NotUnderstood> read_received(std::string_view bytes);

} // namespace einvoice
