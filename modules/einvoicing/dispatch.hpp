#pragma once

#include "modules/einvoicing/platform.hpp"
#include "modules/einvoicing/transmission.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

/// A message of ours to the platform: a report, or what became of an invoice. Pure.
namespace einvoicing
{

using DispatchId = base::Id<struct DispatchTag>;

enum class DispatchKind {
    report,    ///< e-reporting: its subject is a report
    collected, ///< status 212 of an invoice of ours
    decision   ///< what we decided of a supplier's invoice
};
BOOST_DESCRIBE_ENUM(DispatchKind, report, collected, decision)

/// Its content is frozen when it is made: it leaves once, as it was.
struct Dispatch {
    DispatchId id;
    DispatchKind kind = DispatchKind::report;
    std::int64_t subject_id = 0;
    std::string code;      ///< of the reform: "10.3", "212"
    std::string words;     ///< what is said with it, for who reads: « 600,00 € »; may be empty
    std::string reference; ///< ours: one dispatch each
    std::string name;      ///< of its file
    std::string syntax;    ///< "FRR", "CDAR"
    std::string rule;      ///< "B2C", "B2BInt", "B2B"
    std::string content;   ///< XML
    PlatformMode mode = PlatformMode::live;
    TransmissionState state = TransmissionState::waiting;
    std::int64_t round = 1; ///< one more each time it leaves as another flow
    std::string flow;       ///< the platform's own number; empty until it is known
    std::string trouble;    ///< French: why it waits still, or was refused; may be empty
    std::optional<base::Instant> held_until;
    base::Instant made_at;
    std::optional<base::Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(Dispatch, (),
                      (id, kind, subject_id, code, words, reference, name, syntax, rule, content,
                       mode, state, round, flow, trouble, held_until, made_at, sent_at))

/// What the platform is told it is called: the same each time the same thing is sent.
std::string tracking_of(const Dispatch& dispatch);
/// As for an invoice (transmission.hpp).
bool may_leave_again(const Dispatch& dispatch, PlatformMode mode);
Dispatch left_again(Dispatch dispatch, PlatformMode mode);

} // namespace einvoicing
