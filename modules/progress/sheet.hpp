#pragma once

#include "modules/progress/events.hpp"
#include "modules/projects/projects.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace progress
{

/// « Fiche d’avancement »: how one worksite advances, for one client. It is never closed. The title
/// and the place are those of the worksite (projects), the client's name and address those of his
/// record (crm).
struct Sheet {
    SheetId id;
    tenancy::ClientId client_id;
    projects::ProjectId project_id;
    std::string identifier;     ///< of the worksite: « CH-118 »
    std::string identifier_key; ///< identifier_key_of(); unique in the workspace
    base::Date starts_on;
    std::optional<base::Date> ends_on; ///< planned
    tenancy::MembershipId created_by;
    base::Instant created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Sheet, (),
                      (id, client_id, project_id, identifier, identifier_key, starts_on, ends_on,
                       created_by, created_at, version))

inline constexpr std::size_t identifier_max = 30; ///< code points

/// As it is kept: capitals (A to Z), one blank between words. Nothing when it is empty, too long,
/// without a letter or a figure, or has a character that would part an address (« / », « \ »).
std::optional<std::string> identifier_of(std::string_view typed);
/// What it is found by: « ch118 » for « CH-118 », « ch 118 », « Ch.118 ».
std::string identifier_key_of(std::string_view identifier);

/// Refuses "progress.refusal.ends_before_start".
void require_in_order(base::Date starts_on, const std::optional<base::Date>& ends_on);

/// In which order a person reads publications.
enum class ReadingOrder { oldest_first, newest_first };
BOOST_DESCRIBE_ENUM(ReadingOrder, oldest_first, newest_first)

/// Whether a cancelled publication can still be commented.
enum class CommentsOnCancelled { open, closed };
BOOST_DESCRIBE_ENUM(CommentsOnCancelled, open, closed)

} // namespace progress
