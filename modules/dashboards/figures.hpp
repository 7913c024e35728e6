#pragma once

#include "modules/dashboards/period.hpp"
#include "modules/tickets/tickets.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dashboards
{

using Length = std::chrono::microseconds;

/// Something that happened to one ticket in a period: it was opened, answered for the first time
/// or resolved.
struct Fact {
    base::Instant at;
    tickets::TicketId ticket;
    tickets::Priority priority = tickets::Priority::medium;
    tenancy::MembershipId assignee; ///< of now; zero: nobody
    tenancy::ClientId client;
    Length net{0};             ///< since the opening, without waiting for the client
    Length whole{0};           ///< since the opening
    bool was_reopened = false; ///< resolved again
};

/// What a client thought of one resolution.
struct Opinion {
    base::Instant at;
    std::int64_t score = 0; ///< 1 to 5
    tickets::Priority priority = tickets::Priority::medium;
    tenancy::MembershipId assignee;
    tenancy::ClientId client;
};
/// From this mark on a client is satisfied.
inline constexpr std::int64_t satisfied_from = 4;

/// All that happened in a period. A ticket closed without a resolution is nowhere in `resolved`;
/// one that is open again neither, one resolved again is there with its last resolution.
struct Facts {
    std::vector<Fact> opened;
    std::vector<Fact> replied;
    std::vector<Fact> resolved;
    std::vector<Opinion> rated;
};

/// Lengths in two figures: the mean, and what half of them do not reach. Nothing of no length.
struct Times {
    std::optional<Length> mean;
    std::optional<Length> median;
};
Times times_of(std::vector<Length> lengths);

/// The figures of some facts: of the period, of one member, of one week.
struct Tally {
    std::int64_t opened = 0;
    std::int64_t resolved = 0;
    std::int64_t reopened = 0; ///< of the resolved ones
    std::int64_t replied = 0;
    Times resolution; ///< without waiting for the client
    Times whole;      ///< waiting included
    Times first_reply;
    std::int64_t rated = 0;
    std::int64_t satisfied = 0;

    /// Satisfied ones among 100 opinions, rounded half up; nothing of no opinion.
    std::optional<std::int64_t> satisfaction() const;
};
Tally tally_of(const Facts& facts);

/// Facts apart by who or what they belong to; `key_of` gives 0 or more.
using Key = std::int64_t;
std::map<Key, Facts> by_priority(const Facts& facts);
std::map<Key, Facts> by_member(const Facts& facts);
std::map<Key, Facts> by_client(const Facts& facts);
/// By position in `slots`.
std::map<Key, Facts> by_slot(const Facts& facts, const std::vector<Slot>& slots);

/// How `now` differs from `earlier` in percent, rounded half away from zero; nothing from zero.
std::optional<std::int64_t> change(std::int64_t now, std::int64_t earlier);

} // namespace dashboards
