#pragma once

#include "app/demonstration/material.hpp"
#include "kernel/base/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace demonstration
{

/// Who says or does something: a member of the business, a contact of the ticket's client, or
/// nobody: the platform.
struct Author {
    enum class Kind { member, contact, platform };
    Kind kind = Kind::platform;
    std::size_t position = 0; ///< in Business::members, in Client::contacts
};

struct Step {
    enum class Kind { message, note, move };
    Kind kind = Kind::message;
    Author author;
    base::Instant at;
    std::string text;
    std::string move;   ///< code of the workflow
    std::string reason; ///< code; of a dismissal
};

struct ComposedTicket {
    std::string story;
    std::string title;
    std::string description;
    std::string priority; ///< code of the preset
    std::size_t site = 0;
    std::size_t client = 0;
    std::size_t contact = 0;             ///< of the client
    std::optional<std::size_t> assignee; ///< member; nobody took it when absent
    base::Instant opened_at;
    std::vector<Step> steps; ///< in the order of time
    std::int64_t mark = 0;   ///< of the rating; 0 = none
    std::string comment;
};

struct Occasion {
    std::uint64_t seed = 0;
    base::Instant now;
    std::string time_zone;
    std::vector<std::size_t> guests; ///< clients a visitor may be: they have requests in progress
    std::size_t count = 400;         ///< a tenth of them in the last days, in progress
};

/// A year of tickets up to `now`, by opening. Pure: the same material and occasion give the same
/// tickets. Throws std::runtime_error for a story that no site or client may live.
std::vector<ComposedTicket> compose(const Material& material, const Occasion& occasion);

/// How old a ticket of a story that does not end may be.
inline constexpr std::chrono::days recent_days{12};

} // namespace demonstration
