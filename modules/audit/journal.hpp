#pragma once

#include "kernel/audit/audit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace audit
{

/// Lines of a page, and of a file.
inline constexpr std::int64_t page_lines = 50;
inline constexpr std::int64_t file_lines_max = 10'000;

/// Where a page begins: after that line, newest first. Zero: at the newest.
struct Cursor {
    base::Instant at;
    std::int64_t id = 0;
};

/// What is looked for; what is not said narrows nothing.
struct Filter {
    std::optional<tenancy::MembershipId> actor; ///< zero: the program itself
    std::string kind;
    std::int64_t subject = 0; ///< with `kind`
    std::string action;
    std::optional<base::Date> from; ///< in the workspace's time zone
    std::optional<base::Date> to;   ///< that day included

    bool is_empty() const;
};

/// One entry with what is kept apart from it.
struct Line {
    std::int64_t id = 0;
    base::Instant at;
    tenancy::MembershipId actor;
    std::string actor_name; ///< as it was; empty for the program itself, or once erased
    std::string action;
    std::string kind;
    std::int64_t subject = 0;
    std::vector<Change> changes; ///< none once erased
    std::string address;
    bool is_erased = false;
};

/// Puts the payload of an entry (audit::payload_json) into its line; an empty one was erased.
void read_payload(Line& line, std::string_view payload);

/// The instants a period covers in a time zone: from the first day's midnight to the last day's
/// end.
struct Period {
    base::Instant from;
    base::Instant to;
};
Period period_of(const Filter& filter, std::string_view zone);

} // namespace audit
