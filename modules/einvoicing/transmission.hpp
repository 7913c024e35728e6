#pragma once

#include "modules/einvoicing/platform.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// An invoice of ours on its way to its buyer through the platform, and what became of it. Pure.
namespace einvoicing
{

using TransmissionId = base::Id<struct TransmissionTag>;
using StatusId = base::Id<struct StatusTag>;

/// `sent` once the platform said that it has it; `refused` when it would not take it. What the
/// buyer says of it afterwards is a status.
enum class TransmissionState { waiting, sent, refused };
BOOST_DESCRIBE_ENUM(TransmissionState, waiting, sent, refused)

struct Transmission {
    TransmissionId id;
    invoices::InvoiceId invoice_id;
    std::string number;
    std::int64_t round = 1; ///< one more each time it leaves as another flow
    PlatformMode mode = PlatformMode::live;
    TransmissionState state = TransmissionState::waiting;
    std::string flow;    ///< the platform's own number; empty until it is known
    std::string trouble; ///< French: why it waits still, or was refused; may be empty
    std::string told;    ///< code of last_told(); empty before the first
    std::optional<base::Instant> held_until; ///< nobody tries before
};
BOOST_DESCRIBE_STRUCT(Transmission, (),
                      (id, invoice_id, number, round, mode, state, flow, trouble, told, held_until))

/// What the platform is told it is called: the same each time the same thing is sent.
std::string tracking_of(const Transmission& transmission);
/// Whether somebody may have it sent again: the platform did not take it, or it went to a trial.
bool may_leave_again(const Transmission& transmission, PlatformMode mode);
/// One that waits once more: another flow when the platform has one of it.
Transmission left_again(Transmission transmission, PlatformMode mode);

inline constexpr const char* code_sent = "sent";
inline constexpr const char* code_turned_away = "turned_away";
inline constexpr const char* code_resent = "resent";

/// A line of its history: never changed.
struct Status {
    StatusId id;
    std::optional<TransmissionId> transmission_id; ///< none: never sent from here
    std::int64_t round = 1;
    std::string flow; ///< of the message it came in; empty for what was done here
    std::int64_t place = 0;
    std::string code;   ///< MDT-105: "200", "213"…; one of those above for what was done here
    std::string reason; ///< MDT-113: "TX_TVA_ERR"; may be empty
    std::string words;
    std::optional<tenancy::MembershipId> by_member;
    base::Instant happened_at;
    base::Instant recorded_at;
};
BOOST_DESCRIBE_STRUCT(Status, (),
                      (id, transmission_id, round, flow, place, code, reason, words, by_member,
                       happened_at, recorded_at))

/// Told by the platform, or by the buyer through it.
bool is_told(const Status& status);
/// Whether the invoice will not be paid as it is: refused (210), rejected (213), unreadable (501).
bool turns_down(const std::string& code);
/// The last that was told in its round, by the time it happened: messages come in any order.
/// Nothing before the first.
const Status* last_told(const std::vector<Status>& history, std::int64_t round);

} // namespace einvoicing
