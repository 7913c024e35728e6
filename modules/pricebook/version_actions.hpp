#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/version.hpp"

/// What is done with whole versions. All of them take their turn (VersionStore::lock): of two
/// people who do the same at once, the second is refused (409).
namespace pricebook
{

/// A draft that says what that version says; zero = what holds today, or nothing yet. Refuses
/// "pricebook.refusal.draft_exists", ".too_many_versions"; base::NotFound.
VersionId make_draft(tenancy::WorkspaceTransaction& tx, VersionId source);
/// Refuses "pricebook.refusal.no_draft". Its changes stay in the history.
void abandon_draft(tenancy::WorkspaceTransaction& tx);

struct Activation {
    std::optional<base::Date> starts_on;      ///< none = today
    std::int64_t seen_revision = 0;           ///< of the draft that was compared
    std::vector<tenancy::ClientId> keepers{}; ///< of the old price (keep_prices)
};
/// From that day on the draft holds, and what held before is archived. Refuses
/// "pricebook.refusal.no_draft", ".draft_changed", ".empty_draft", ".past_day", ".too_far", and as
/// keep_prices.
void activate_draft(tenancy::WorkspaceTransaction& tx, const Activation& activation);
/// What was to start later is a draft again, and nobody keeps an old price for it. Refuses
/// "pricebook.refusal.not_scheduled".
void unschedule(tenancy::WorkspaceTransaction& tx, VersionId id);

} // namespace pricebook
