#pragma once

#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/tone.hpp"
#include "modules/tickets/sla.hpp"
#include "modules/tickets/thread_views.hpp"

#include <map>
#include <vector>

namespace tickets
{

/// What a promise looks like at one moment: words and an icon, never a colour alone.
struct SlaSign {
    ui::Tone tone = ui::Tone::Gray;
    ui::Icon icon;
    std::string words; ///< « Encore 2 h 10 », « Dépassé de 1 h 05 »
    std::string about; ///< « Première réponse »
};
using SlaSigns = std::map<TicketId, SlaSign>;

/// The promise that comes first of each ticket that has one left to keep.
SlaSigns signs_of(const std::vector<SlaClock>& clocks, base::Instant now,
                  const OpeningHours& hours);

/// Nothing for a ticket without a sign.
html::Html sla_badge(const SlaSigns& signs, TicketId ticket);
/// Its badge under what is promised; an empty value without a sign.
ui::Property sla_property(const SlaSigns& signs, TicketId ticket);

} // namespace tickets
