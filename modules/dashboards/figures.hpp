#pragma once

#include "modules/dashboards/period.hpp"
#include "modules/tickets/tickets.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dashboards
{

using Length = std::chrono::microseconds;

/// A figure whose rows can be listed.
enum class Counted { opened, replied, resolved, reopened, rated };
BOOST_DESCRIBE_ENUM(Counted, opened, replied, resolved, reopened, rated)

/// Something that happened to one ticket in a period: it was opened, answered for the first time,
/// resolved or rated. A ticket closed without a resolution was not resolved, one that is open again
/// neither; one resolved again was with its last resolution.
struct Fact {
    Counted what = Counted::opened; ///< never reopened
    base::Instant at;
    tickets::Priority priority = tickets::Priority::medium;
    tenancy::MembershipId assignee; ///< of now; zero: nobody
    tenancy::ClientId client;
    tickets::TicketId ticket;
    Length net{0};             ///< since the opening, without waiting for the client
    Length whole{0};           ///< since the opening
    bool was_reopened = false; ///< resolved again
    std::int64_t score = 0;    ///< of what the client thought of the resolution, 1 to 5
};
/// From this mark on a client is satisfied.
inline constexpr std::int64_t satisfied_from = 4;

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
    Times whole;      ///< waiting included; no median
    Times first_reply;
    std::int64_t rated = 0;
    std::int64_t satisfied = 0;

    /// Satisfied ones among 100 opinions, rounded half up; nothing of no opinion.
    std::optional<std::int64_t> satisfaction() const;
};

/// Facts counted as they come: only what a figure needs of them is kept.
class RunningTally
{
  public:
    void add(const Fact& fact);
    Tally tally() const;

  private:
    Tally counts_; ///< without its times
    Length whole_{0};
    std::vector<Length> resolutions_;
    std::vector<Length> first_replies_;
};

using Key = std::int64_t;
/// Whose a fact is, 0 or more.
Key priority_of(const Fact& fact);
Key member_of(const Fact& fact);
Key client_of(const Fact& fact);

/// The categories of each ticket that has some.
using Filed = std::unordered_map<std::int64_t, std::vector<Key>>;

/// Facts apart by whose they are.
class TallyParts
{
  public:
    using KeyOf = Key (*)(const Fact&);
    explicit TallyParts(KeyOf key_of) : key_of_(key_of) {}

    void add(const Fact& fact) { add(key_of_(fact), fact); }
    void add(Key key, const Fact& fact) { parts_[key].add(fact); }
    std::map<Key, Tally> tallies() const;

  private:
    KeyOf key_of_;
    std::unordered_map<Key, RunningTally> parts_;
};

/// Facts apart by when they happened; all of them within the slots.
class TallySlots
{
  public:
    explicit TallySlots(std::vector<Slot> slots) : slots_(std::move(slots)), parts_(slots_.size())
    {
    }
    void add(const Fact& fact);
    const std::vector<Slot>& slots() const { return slots_; }
    /// One a slot.
    std::vector<Tally> tallies() const;

  private:
    std::vector<Slot> slots_;
    std::vector<RunningTally> parts_;
};

/// How `now` differs from `earlier` in percent, rounded half away from zero; nothing from zero.
std::optional<std::int64_t> change(std::int64_t now, std::int64_t earlier);

} // namespace dashboards
