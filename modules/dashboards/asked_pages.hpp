#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/live/calm.hpp"
#include "modules/dashboards/figure_store.hpp"

#include <string>

/// What the address of a dashboard page says, and the addresses that say it again.
namespace dashboards
{

struct Asked {
    Period period;
    Period compared;
    Filter filter;
    base::Date today;
    std::string slug;
    std::string zone;
    bool is_part = false; ///< of the period the dashboard keeps: the rows of one of its days
};

/// The period of the address, else the one this browser last chose, else the current month. A
/// value nobody could have chosen says nothing.
Asked asked_of(const guard::Call& call);
/// What this browser finds again when it comes back without an address that says it: the period
/// itself, or « the current month » when it is that. A part leaves what it found before.
void keep_period(http::Response& response, const Asked& asked);

/// What these pages wait for: they count all that happened in a period.
inline const std::string calm_tickets = "tickets" + std::string{live::calm_suffix};

html::Url with_period(const html::Url& page, const Period& period);
html::Url with_filter(const html::Url& page, const Filter& filter);
/// The dashboard of that period; from a part, of the period it is kept on.
html::Url dashboard_url(const Asked& asked);
/// The rows behind a figure.
html::Url rows_url(const Asked& asked, Counted what, const Filter& filter);
html::Url rows_url(const Asked& asked, Counted what);

/// « novembre 2026 », « 4e trimestre 2026 », « 3 – 9 novembre 2026 ».
std::string title_of(const Period& period);
/// « 1 – 21 octobre 2026 ».
std::string days_of(const Period& period);
/// « 1 j 4 h », a dash for nothing.
std::string length_text(const std::optional<Length>& length);
/// « 92 % », a dash for nothing.
std::string percent_text(const std::optional<std::int64_t>& share);
/// « Urgente », as the business says it.
std::string priority_word(const tenancy::Workspace& workspace, tickets::Priority priority);

} // namespace dashboards
