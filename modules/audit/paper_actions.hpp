#pragma once

#include <array>
#include <string_view>

namespace audit
{

/// What is done to quotes, letters and the looks of papers.
inline constexpr auto paper_actions = std::to_array<std::string_view>({
    "quotes.started",        "quotes.saved",
    "quotes.copied",         "quotes.removed",
    "quotes.sent",           "quotes.seen",
    "quotes.declined",       "quotes.refused",
    "quotes.expired",        "quotes.extended",
    "quotes.replaced",       "quotes.accepted",
    "quotes.recorded",       "quotes.asked",
    "quotes.followed_up",    "quotes.follow_ups_saved",
    "templates.created",     "templates.saved",
    "templates.chosen",      "templates.removed",
    "letters.model_created", "letters.model_saved",
    "letters.model_chosen",  "letters.model_removed",
    "letters.started",       "letters.saved",
    "letters.removed",       "letters.sent",
    "letters.reopened",      "letters.seen",
    "letters.agreed",
});

} // namespace audit
