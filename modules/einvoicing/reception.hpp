#pragma once

#include "modules/einvoicing/events.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

/// A file that somebody sent as an invoice, and what became of it. Pure.
namespace einvoicing
{

using ReceptionId = base::Id<struct ReceptionTag>;

enum class Origin { upload, platform, email };
BOOST_DESCRIBE_ENUM(Origin, upload, platform, email)

/// `reading` until its job has run; `understood` and `repeated` name an invoice; `quarantined` says
/// why it could not be understood; `dismissed` when somebody put that one away.
enum class ReceptionState { reading, understood, quarantined, repeated, dismissed };
BOOST_DESCRIBE_ENUM(ReceptionState, reading, understood, quarantined, repeated, dismissed)

struct Reception {
    ReceptionId id;
    std::string name;                     ///< of the file
    std::optional<files::FileId> file_id; ///< none of what was turned away at the door
    std::string fingerprint;              ///< hex SHA-256 of the original; empty without one
    Origin origin = Origin::upload;
    std::string flow;   ///< its number with the platform; empty for what came otherwise
    std::string sender; ///< of the e-mail, as it says, which proves nothing; empty otherwise
    ReceptionState state = ReceptionState::reading;
    std::string why;       ///< translation key of one sentence; empty unless quarantined
    std::string why_value; ///< its {value}
    std::optional<SupplierInvoiceId> invoice_id;
    tenancy::MembershipId received_by; ///< zero: the platform, an e-mail
    base::Instant received_at;
};
BOOST_DESCRIBE_STRUCT(Reception, (),
                      (id, name, file_id, fingerprint, origin, flow, sender, state, why, why_value,
                       invoice_id, received_by, received_at))

/// Why a message was kept as a text: nobody reads an invoice in it.
inline constexpr const char* unread_no_attachment = "einvoicing.unread.no_attachment";
inline constexpr const char* unread_left_out = "einvoicing.unread.left_out";
bool is_message(const Reception& reception);

inline constexpr const char* reception_files = "supplier_invoice"; ///< kind of owner
inline constexpr std::size_t receptions_at_once = 100;
inline constexpr std::int64_t original_bytes_max = 20'000'000;
inline constexpr std::uint64_t form_bytes_max = 200'000'000;

} // namespace einvoicing
