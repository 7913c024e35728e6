#pragma once

#include "kernel/html/html.hpp"
#include "modules/tickets/client_rating.hpp"

#include <string>
#include <vector>

namespace tickets
{

struct ClientRatingsView {
    std::string slug;
    std::string zone;
    const std::vector<ClientRating>& ratings; ///< the newest first
};
html::Html client_ratings(const ClientRatingsView& view);

} // namespace tickets
