#include "modules/audit/journal_actions.hpp"

#include <array>

namespace audit
{
namespace
{

constexpr auto actions = std::to_array<std::string_view>({
    "pricebook.draft_made",          "pricebook.draft_abandoned",
    "pricebook.version_activated",   "pricebook.version_unscheduled",
    "pricebook.item_added",          "pricebook.item_saved",
    "pricebook.item_removed",        "pricebook.special_price_added",
    "pricebook.special_price_saved", "pricebook.special_price_removed",
    "pricebook.group_added",         "pricebook.code_added",
    "pricebook.code_saved",          "pricebook.code_stopped",
    "pricebook.code_resumed",        "pricebook.code_used",
    "pricebook.code_returned",       "pricebook.replay_exported",
    "pricebook.group_renamed",       "pricebook.group_removed",
    "pricebook.group_client_added",  "pricebook.group_client_removed",
});

} // namespace

std::span<const std::string_view> actions_on_prices()
{
    return actions;
}

} // namespace audit
