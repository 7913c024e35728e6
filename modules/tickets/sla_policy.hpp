#pragma once

#include "kernel/presets/preset.hpp"
#include "modules/tickets/sla.hpp"

#include <map>

/// What a business promises: targets by priority, and when it is open. Its own, or its preset's.
namespace tickets
{

struct Target {
    std::int64_t first_reply = 0; ///< minutes of open time; 0 = nothing promised
    std::int64_t resolution = 0;
    friend bool operator==(const Target&, const Target&) = default;
};

struct SlaPolicy {
    OpeningHours hours;
    std::map<Priority, Target> targets;
    std::int64_t version = 0; ///< 0: the preset's
};

/// Zero when nothing is promised.
Length target_of(const SlaPolicy& policy, Priority priority, ClockKind kind);

/// How a policy is kept.
struct SlaRow {
    std::string hours;    ///< seven lines, Monday first
    std::string days_off; ///< one date a line
    std::string targets;  ///< "low 480 2400", one priority a line
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SlaRow, (), (hours, days_off, targets, version))

SlaRow row_of(const SlaPolicy& policy);
SlaPolicy policy_of(const SlaRow& row, std::string_view zone);
/// Settings "tickets.sla.weekdays", "….saturday", "….sunday", and what priorities say under
/// first_reply_minutes and resolution_minutes.
SlaPolicy policy_of(const presets::Preset& preset, std::string_view zone);

} // namespace tickets
